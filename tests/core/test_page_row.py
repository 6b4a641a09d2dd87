"""The row of a page as it is by now."""

import pytest
from wagtail.models import Page

from blog.models import BlogPostPage
from core.page_row import keep_place, locked_row
from home.models import StandardPage
from tests.publication import draft

pytestmark = pytest.mark.django_db


def row(page):
    """A page, read again."""
    return type(page).objects.get(pk=page.pk)


class LockedRowTests:
    def test_a_page_that_is_not_there_has_none(self, site_tree):
        assert locked_row(None) is None
        assert locked_row(999999) is None

    def test_it_is_found_by_a_key_written_out(self, site_tree):
        page = draft(BlogPostPage)
        assert locked_row(str(page.pk)).specific == page


class KeepPlaceTests:
    def test_it_stands_where_somebody_moved_it_at_that_address(self, site_tree):
        page, above = draft(StandardPage, slug="method"), draft(StandardPage, slug="about-us")
        opened = row(page)
        Page.objects.get(pk=page.pk).move(above, pos="last-child")
        keep_place(opened, Page.objects.get(pk=page.pk))
        assert opened.is_child_of(row(above))
        assert opened.url_path.endswith("/about-us/method/")

    def test_it_has_the_pages_below_it_and_the_newest_version(self, site_tree):
        page = draft(StandardPage)
        opened = row(page)
        draft(StandardPage, parent=page)
        newest = row(page).save_revision()
        keep_place(opened, Page.objects.get(pk=page.pk))
        assert opened.numchild == 1
        assert (opened.latest_revision, opened.latest_revision_created_at) == (newest, newest.created_at)


class SavedLateTests:
    """A page in memory does not undo what became of its row meanwhile."""

    @pytest.mark.parametrize("act", ["save", "publish", "unpublish"])
    def test_nothing_of_the_tree_or_the_newest_version_is_written_back(self, site_tree, act):
        page = draft(StandardPage)
        if act == "unpublish":
            page.get_latest_revision().publish()
        opened, revision = row(page), row(page).get_latest_revision()
        draft(StandardPage, parent=page)
        newest = row(page).save_revision()
        revision.content_object = opened
        {"save": opened.save, "publish": revision.publish, "unpublish": opened.unpublish}[act]()
        assert row(page).latest_revision == newest
        assert Page.find_problems() == ([], [], [], [], [])
