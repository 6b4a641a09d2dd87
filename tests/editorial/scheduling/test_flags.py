"""Which pages the schedule puts a flag beside."""

from datetime import timedelta

import pytest
from wagtail.models import Page

from blog.models import BlogPostPage
from core.status import FAILED, HELD, OVERDUE, flag_of, having_flag
from editorial.scheduling import runner
from editorial.scheduling.flags import failures
from editorial.scheduling.models import Attempt, Kind
from tests.editorial.scheduling.mornings import NINE, TEN, break_revision, expiring, hold_all, item_of, planned
from tests.publication import published

pytestmark = pytest.mark.django_db


def flag(page):
    """The flag of a page, asked anew."""
    return flag_of(Page.objects.get(pk=page.pk))


class HasFailedTests:
    def test_what_did_not_get_through_has_failed_and_is_not_overdue(self, site_tree, clock):
        bad, untried = break_revision(planned(NINE), contributions=[]), planned(NINE + timedelta(minutes=30))
        clock(NINE)
        runner.run()
        clock(TEN)
        assert (flag(bad), flag(untried)) == (FAILED, OVERDUE)
        assert list(having_flag(Page.objects.all(), ["Failed"])) == [Page.objects.get(pk=bad.pk)]

    def test_what_was_cut_off_has_failed_once_its_time_is_up(self, site_tree, clock):
        page = planned(NINE)
        clock(NINE)
        runner.claim(item_of(page), NINE)
        assert flag(page) is None
        clock(NINE + timedelta(seconds=75))
        assert flag(page) is FAILED

    def test_what_is_tried_again_this_moment_has_failed_until_it_is_through(self, site_tree, clock):
        page = break_revision(planned(NINE), contributions=[])
        clock(NINE)
        runner.run()
        clock(TEN)
        assert runner.claim(item_of(page, tries=1), TEN)
        assert flag(page) is FAILED

    def test_what_could_not_be_taken_offline_has_failed(self, site_tree, clock):
        page = expiring(published(BlogPostPage), NINE)
        Attempt.objects.create(
            kind=Kind.EXPIRE, target_id=page.pk, started_at=NINE, next_try_at=TEN, is_running=False, error="No"
        )
        assert flag(page) is FAILED
        assert failures(Kind.GO_LIVE).count() == 0

    def test_what_nobody_has_taken_offline_is_overdue(self, site_tree, clock):
        page = expiring(published(BlogPostPage), NINE)
        clock(NINE)
        assert flag(page) is None
        clock(TEN)
        assert flag(page) is OVERDUE

    def test_what_is_no_longer_planned_has_no_flag(self, site_tree, clock):
        page = break_revision(planned(NINE), contributions=[])
        clock(NINE)
        runner.run()
        page.revisions.update(approved_go_live_at=None)
        assert flag(page) is None


class IsHeldTests:
    def test_what_a_hold_covers_is_held_and_neither_overdue_nor_failed(self, site_tree, clock):
        bad, later = break_revision(planned(NINE), contributions=[]), planned(TEN)
        clock(NINE)
        runner.run()
        hold_all(TEN)
        clock(TEN)
        assert (flag(bad), flag(later)) == (HELD, None)
