"""A draft saved after somebody else has published the page: the live page stays as readers see it."""

import pytest
from wagtail.models import Page

from blog.models import BlogPostPage
from core.late_saves import gives_way
from tests.core import bodies
from tests.publication import draft, publish, published

pytestmark = pytest.mark.django_db


def autosave(page, **values):
    """Save a page as the edit form does with one that it knows as a draft; the revision."""
    for name, value in values.items():
        setattr(page, name, value)
    page.save()
    return page.save_revision()


@pytest.fixture
def opened_before(site_tree):
    """A post as somebody opened it while it was a draft; it is live by now."""
    post = draft(BlogPostPage, title="Calm skin")
    opened = BlogPostPage.objects.get(pk=post.pk)
    publish(post)
    return opened


class LateSaveTests:
    def test_the_page_stays_live_with_the_words_that_were_published(self, opened_before):
        autosave(opened_before, title="Calm ski")
        row = BlogPostPage.objects.get(pk=opened_before.pk)
        assert (row.live, row.title) == (True, "Calm skin")

    def test_what_was_saved_late_is_kept_as_a_change_that_waits(self, opened_before):
        revision = autosave(opened_before, title="Calmer skin", body=[bodies.text("<p>Anew.</p>")])
        row = BlogPostPage.objects.get(pk=opened_before.pk)
        assert (row.latest_revision, row.has_unpublished_changes) == (revision, True)
        assert revision.as_object().title == "Calmer skin"

    def test_relations_readers_see_stay_too(self, opened_before):
        autosave(opened_before, contributions=[])
        assert BlogPostPage.objects.get(pk=opened_before.pk).contributions.count() == 1

    def test_a_page_that_is_taken_offline_goes_offline(self, site_tree):
        post = published(BlogPostPage)
        post.unpublish()
        assert not Page.objects.get(pk=post.pk).live

    def test_a_page_opened_before_it_was_published_again_can_be_taken_offline(self, site_tree):
        post = published(BlogPostPage)
        publish(BlogPostPage.objects.get(pk=post.pk))
        post.unpublish()
        assert not Page.objects.get(pk=post.pk).live


class GivesWayTests:
    @pytest.mark.parametrize("state", ["draft", "retired"])
    def test_a_page_that_nobody_published_meanwhile_does_not(self, site_tree, state):
        post = {"draft": draft, "retired": published}[state](BlogPostPage)
        if state == "retired":
            post.unpublish()
        assert not gives_way(post, Page.objects.get(pk=post.pk))

    def test_a_draft_of_a_retired_page_that_is_live_again_does(self, site_tree):
        post = published(BlogPostPage)
        post.unpublish()
        opened = BlogPostPage.objects.get(pk=post.pk)
        publish(post)
        assert gives_way(opened, Page.objects.get(pk=post.pk))
        assert opened.live
