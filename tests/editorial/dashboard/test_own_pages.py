"""What somebody works on, and what went live."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.blog.factories import BlogPostPageFactory
from tests.conditions.factories import ConditionPageFactory
from tests.editorial.scheduling.mornings import NINE, TEN
from tests.home.factories import StandardPageFactory
from tests.publication import publish

pytestmark = pytest.mark.django_db


class DraftsTests:
    def test_are_what_somebody_started_or_changed_last(self, writer, editor, dashboard):
        own = BlogPostPageFactory(owner=writer)
        changed = publish(BlogPostPageFactory(owner=editor))
        changed.save_revision(user=writer)
        publish(BlogPostPageFactory(owner=writer))
        BlogPostPageFactory(owner=editor)
        assert {page.pk for page in dashboard(writer)["drafts"]["pages"]} == {own.pk, changed.pk}

    def test_scheduled_page_says_when_it_goes_live(self, writer, dashboard):
        page = BlogPostPageFactory(owner=writer)
        page.go_live_at = timezone.make_aware(timezone.datetime(2999, 3, 1, 9))
        page.save_revision(user=writer).publish()
        html = dashboard(writer)["html"]
        assert "Scheduled" in html
        assert "Fri 1 Mar 2999 09:00 (London)" in html

    def test_approved_page_is_ready_and_says_when_its_time_has_passed(self, clock, writer, editor, dashboard):
        page = BlogPostPageFactory(owner=writer, go_live_at=NINE)
        page.get_workflow().start(page, writer)
        clock(TEN)
        page.current_workflow_task_state.approve(user=editor)
        html = dashboard(writer)["html"]
        assert "Ready" in html
        assert "Its time has passed: Mon 2 Mar 09:00 (London)." in html
        assert f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}#id_go_live_at" in html


class RecentlyLiveTests:
    def test_shows_the_newest_first_and_no_standing_pages(self, writer, dashboard):
        older = publish(BlogPostPageFactory(published_at="2026-01-01T09:00Z"))
        newer = publish(ConditionPageFactory(published_at="2026-02-01T09:00Z"))
        publish(StandardPageFactory())
        BlogPostPageFactory()
        assert [page.pk for page in dashboard(writer)["recently_live"]["pages"]] == [newer.pk, older.pk]

    def test_leads_to_the_form_whoever_may_edit(self, writer, editor, dashboard):
        page = publish(BlogPostPageFactory(owner=editor))
        form = reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert form in dashboard(editor)["html"]
        assert form not in dashboard(writer)["html"]
