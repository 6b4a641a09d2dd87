"""Publishing several pages at once."""

import pytest
from django.urls import reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from blog.models import BlogPostPage
from core.status import planned_for
from editorial.scheduling import bulk_publish
from editorial.scheduling.bulk_publish import SchedulingPublishBulkAction
from tests.edit_form import said
from tests.editorial.scheduling.mornings import NINE, TEN, is_live, planned
from tests.publication import draft, published

pytestmark = pytest.mark.django_db
AT_NINE = "“Calm skin” goes live Mon 2 Mar 09:00 (London)."


def screen(*pages) -> str:
    """Where somebody is asked before some pages are published."""
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return f"{address}?{'&'.join(f'id={page.pk}' for page in pages)}&next=/admin/"


def publish(client, *pages, **boxes) -> str:
    """Publish some pages; what is said afterwards."""
    return said(client.post(screen(*pages), boxes, follow=True))


def dated(moment=NINE, title="Calm skin", **values):
    """A draft that names a time to come, which nothing waits for yet."""
    return draft(BlogPostPage, title=title, go_live_at=moment, **values)


class SchedulingPublishBulkActionTests:
    def test_it_stands_in_the_place_of_wagtails(self):
        action = bulk_action_registry.get_bulk_action_class("wagtailcore", "page", "publish")
        assert action is SchedulingPublishBulkAction

    def test_a_draft_with_a_time_to_come_is_said_to_be_scheduled(self, site_tree, clock, editor_client):
        page = dated()
        words = publish(editor_client, page)
        assert AT_NINE in words
        assert "published" not in words
        assert (is_live(page), planned_for(page)) == (False, NINE)

    def test_each_page_is_told_as_what_became_of_it(self, site_tree, clock, editor_client):
        pages = [dated(TEN, "Sore skin"), draft(BlogPostPage), dated(), draft(BlogPostPage)]
        words = publish(editor_client, *pages)
        assert f"2 pages have been published. {AT_NINE} “Sore skin” goes live Mon 2 Mar 10:00 (London)." in words
        assert [is_live(page) for page in pages] == [False, True, False, True]

    def test_a_change_to_a_live_page_is_scheduled_as_well(self, site_tree, clock, editor_client):
        page = published(BlogPostPage, title="Calm skin")
        page.go_live_at = NINE
        page.save_revision()
        assert f"1 page has been published. {AT_NINE}" in publish(editor_client, page, draft(BlogPostPage))

    def test_without_any_time_wagtail_says_it(self, site_tree, clock, editor_client):
        assert "2 pages have been published" in publish(editor_client, draft(BlogPostPage), draft(BlogPostPage))

    def test_a_time_that_has_passed_is_none(self, site_tree, clock, editor_client):
        page = dated()
        clock(NINE)
        assert "1 page has been published" in publish(editor_client, page)
        assert is_live(page)

    def test_subpages_count_where_they_are_published_too(self, site_tree, clock, administrator_client):
        inside, waiting = dated(), planned(TEN, title="Sore skin")
        words = publish(administrator_client, site_tree.blog)
        assert "1 page has been published" in words
        assert planned_for(BlogPostPage.objects.get(pk=inside.pk)) is None
        words = publish(administrator_client, site_tree.blog, include_descendants="on")
        assert f"1 page has been published. {AT_NINE} “Sore skin” goes live Mon 2 Mar 10:00 (London)." in words
        assert not is_live(waiting)

    def test_a_long_list_is_cut(self, site_tree, clock, editor_client, monkeypatch):
        monkeypatch.setattr(bulk_publish, "NAMED", 1)
        pages = [dated(), *(dated(TEN, f"Skin {number}") for number in range(2))]
        assert f"{AT_NINE} So do 2 more: the calendar shows when." in publish(editor_client, *pages)

    def test_the_question_says_beforehand_which_are_not_published_at_once(self, site_tree, clock, editor_client):
        words = said(editor_client.get(screen(dated(), draft(BlogPostPage, title="Sore skin"))))
        assert f"Not at once: {AT_NINE}" in words
        assert "“Sore skin”" not in words
        assert "Not at once" not in said(editor_client.get(screen(draft(BlogPostPage))))
