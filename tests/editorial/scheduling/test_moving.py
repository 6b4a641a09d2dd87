"""Moving what is scheduled to another moment."""

from datetime import timedelta

import pytest
from wagtail.models import Page, PageLogEntry

from blog.models import BlogPostPage
from editorial.scheduling import runner
from editorial.scheduling.due import due
from editorial.scheduling.models import Attempt
from editorial.scheduling.moving import NotScheduledError, move
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, break_revision, is_live, planned
from tests.publication import published

pytestmark = pytest.mark.django_db


def scheduled(page):
    """The revision of a page that is planned."""
    return page.revisions.get(approved_go_live_at__isnull=False)


class MoveTests:
    def test_schedule_text_and_row_agree(self, site_tree, clock):
        page = planned(NINE)
        move(scheduled(page), TEN)
        revision = scheduled(page)
        assert revision.approved_go_live_at == TEN
        assert revision.as_object().go_live_at == TEN
        assert Page.objects.get(pk=page.pk).go_live_at == TEN

    @pytest.mark.parametrize("moment", [EIGHT + timedelta(minutes=30), TEN])
    def test_it_goes_live_then_and_not_before_with_that_date(self, site_tree, clock, moment):
        page = planned(NINE)
        move(scheduled(page), moment)
        clock(moment - timedelta(seconds=1))
        assert runner.run() == {}
        clock(moment)
        assert runner.run() == {"done": 1}
        page = BlogPostPage.objects.get(pk=page.pk)
        assert (page.live, page.published_at, page.go_live_at) == (True, moment, None)

    def test_what_is_overdue_and_moved_to_now_goes_live_now(self, site_tree, clock):
        page = planned(NINE)
        clock(TEN)
        move(scheduled(page), TEN)
        runner.run()
        assert BlogPostPage.objects.get(pk=page.pk).published_at == TEN

    def test_what_is_overdue_and_moved_ahead_waits_again(self, site_tree, clock):
        page = planned(NINE)
        clock(NINE)
        move(scheduled(page), TEN)
        assert runner.run() == {}
        assert not is_live(page)
        clock(TEN)
        runner.run()
        assert is_live(page)

    def test_changes_to_a_live_page_move_and_leave_its_row_alone(self, site_tree, clock):
        page = published(BlogPostPage, standfirst="Old")
        page.standfirst, page.go_live_at = "New", NINE
        page.save_revision().publish()
        move(scheduled(page), TEN)
        clock(NINE)
        runner.run()
        row = BlogPostPage.objects.get(pk=page.pk)
        assert (row.live, row.standfirst, row.go_live_at) == (True, "Old", None)
        clock(TEN)
        runner.run()
        assert BlogPostPage.objects.get(pk=page.pk).standfirst == "New"

    def test_a_newer_draft_for_the_same_moment_follows_and_one_for_another_does_not(self, site_tree, clock):
        page = planned(NINE)
        revision = scheduled(page)
        clock(EIGHT + timedelta(minutes=1))
        same = page.save_revision()
        page.go_live_at = TEN + timedelta(days=1)
        clock(EIGHT + timedelta(minutes=2))
        other = page.save_revision()
        move(revision, TEN)
        for one in (same, other):
            one.refresh_from_db()
        assert same.as_object().go_live_at == TEN
        assert other.as_object().go_live_at == TEN + timedelta(days=1)

    def test_the_tries_of_the_old_moment_are_forgotten(self, site_tree, clock):
        page = break_revision(planned(NINE), contributions=[])
        clock(NINE)
        runner.run()
        move(scheduled(page), NINE)
        assert not Attempt.objects.exists()
        assert [item.tries for item in due(NINE)] == [0]

    def test_it_stands_in_the_history_of_the_page(self, site_tree, clock, editor):
        page = planned(NINE)
        move(scheduled(page), TEN, editor)
        entry = PageLogEntry.objects.get(action="scheduling.move")
        assert (entry.page_id, entry.user, entry.revision_id) == (page.pk, editor, scheduled(page).pk)
        assert entry.message == "Moved in the schedule from 2 Mar 2026, 09:00 to 2 Mar 2026, 10:00"

    def test_what_is_not_planned_any_more_is_not_moved(self, site_tree, clock):
        page = planned(NINE)
        revision = scheduled(page)
        page.revisions.update(approved_go_live_at=None)
        with pytest.raises(NotScheduledError):
            move(revision, TEN)
        assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()

    def test_a_page_that_is_gone_is_not_moved(self, site_tree, clock):
        page = planned(NINE)
        revision = scheduled(page)
        type(revision).objects.filter(pk=revision.pk).update(object_id="999999")
        with pytest.raises(NotScheduledError):
            move(revision, TEN)
