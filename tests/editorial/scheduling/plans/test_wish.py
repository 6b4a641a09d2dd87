"""The moment a draft is meant for."""

import pytest
from wagtail.models import Page, PageLogEntry, Revision

from blog.models import BlogPostPage
from editorial.scheduling import runner
from editorial.scheduling.models import PlannedPage
from editorial.scheduling.plans.wish import wish
from tests.editorial.scheduling.mornings import NINE, TEN
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


def everywhere(page):
    """The moment as the newest text, the row and the plan have it."""
    page = BlogPostPage.objects.get(pk=page.pk)
    plan = PlannedPage.objects.filter(page=page).values_list("moment", flat=True).first()
    return page.get_latest_revision_as_object().go_live_at, page.go_live_at, plan


class WishTests:
    def test_text_row_and_plan_agree_and_nothing_is_scheduled(self, site_tree, clock):
        page = draft(BlogPostPage)
        page.save_revision()
        count = Revision.objects.count()
        wish(page, NINE)
        assert everywhere(page) == (NINE, NINE, NINE)
        assert (Revision.objects.count(), page.scheduled_revision) == (count, None)
        clock(TEN)
        assert runner.run() == {}

    def test_for_no_moment_it_lies_in_the_tray(self, site_tree, clock):
        page = draft(BlogPostPage, go_live_at=NINE)
        page.save_revision()
        wish(BlogPostPage.objects.get(pk=page.pk), None)
        assert everywhere(page) == (None, None, None)

    def test_a_page_without_any_version_is_meant_by_its_row(self, site_tree, clock):
        page = draft(BlogPostPage)
        wish(page, NINE)
        assert (Page.objects.get(pk=page.pk).go_live_at, PlannedPage.objects.get().moment) == (NINE, NINE)

    def test_of_a_live_page_only_what_is_not_live_yet_is_meant(self, site_tree, clock):
        page = published(BlogPostPage)
        page.save_revision()
        wish(BlogPostPage.objects.get(pk=page.pk), NINE)
        assert everywhere(page) == (NINE, None, NINE)
        live = BlogPostPage.objects.get(pk=page.pk).live_revision
        assert live.content["go_live_at"] is None

    def test_a_review_goes_on(self, site_tree, clock, writer):
        page = draft(BlogPostPage, owner=writer)
        page.save_revision(user=writer)
        state = page.get_workflow().start(page, writer)
        wish(BlogPostPage.objects.get(pk=page.pk), NINE)
        assert BlogPostPage.objects.get(pk=page.pk).current_workflow_state == state
        assert everywhere(page)[0] == NINE

    def test_its_history_says_so(self, site_tree, clock, editor):
        page = draft(BlogPostPage)
        wish(page, NINE, editor)
        entry = PageLogEntry.objects.get(action="scheduling.wish")
        assert (entry.user, entry.formatter.format_message(entry)) == (editor, "Planned for 2 Mar 2026, 09:00")
        wish(page, None, editor)
        entry = PageLogEntry.objects.filter(action="scheduling.wish").latest("pk")
        assert entry.formatter.format_message(entry) == "Planned for no day"
