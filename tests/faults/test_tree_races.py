"""Somebody edits the page tree at the very moment a change to one of its pages goes live."""

import threading

import pytest
from django.db import connection
from wagtail.models import Page

from blog.models import BlogIndexPage, BlogPostPage
from core import publishing
from editorial.scheduling import runner
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN
from tests.publication import draft, published

pytestmark = pytest.mark.django_db(transaction=True)


class SomebodyElse:
    """An edit of the tree, begun after the runner has read its page and before it saves it."""

    def __init__(self) -> None:
        self.edit = lambda: None
        self.thread = None

    def check(self, page, moment):
        """Asked by the guard in the middle of publishing: gives the edit the time it takes when nothing holds it."""
        if self.thread is None:
            self.thread = threading.Thread(target=self.work)
            self.thread.start()
            self.thread.join(1)
        return []

    def work(self):
        """Edit on a connection of one's own."""
        self.edit()
        connection.close()


@pytest.fixture
def somebody(monkeypatch):
    """``somebody.edit`` is done in the middle of the next publish."""
    somebody = SomebodyElse()
    monkeypatch.setattr(publishing, "_checks", [somebody.check])
    yield somebody
    somebody.thread.join()


@pytest.fixture
def changed_blog(site_tree, clock):
    """The blog's page with a change that is due at nine, one post below it."""
    published(BlogPostPage)
    # The fixed tree is as old as this run of the tests.
    BlogIndexPage.objects.update(last_published_at=EIGHT)
    blog = BlogIndexPage.objects.get()
    blog.introduction, blog.go_live_at = "New words.", NINE
    blog.save_revision().publish()
    clock(TEN)
    return blog


def live_after(somebody):
    """Run until the change is live and the edit is through."""
    for _ in range(50):
        runner.run()
        if somebody.thread and BlogIndexPage.objects.get().introduction:
            break
    somebody.thread.join()
    assert BlogIndexPage.objects.get().introduction == "New words."


class TreeRacesTests:
    def test_a_page_added_below_it_is_kept(self, changed_blog, somebody):
        somebody.edit = lambda: draft(BlogPostPage)
        live_after(somebody)
        assert BlogIndexPage.objects.get().get_children().count() == 2
        assert Page.find_problems() == ([], [], [], [], [])

    def test_a_page_moved_meanwhile_stays_where_it_was_moved_to(self, changed_blog, somebody, site_tree):
        somebody.edit = lambda: Page.objects.get(pk=changed_blog.pk).move(site_tree.conditions, pos="left")
        live_after(somebody)
        siblings = list(site_tree.home.get_children().values_list("pk", flat=True))
        assert siblings.index(changed_blog.pk) == siblings.index(site_tree.conditions.pk) - 1
        assert Page.find_problems() == ([], [], [], [], [])
