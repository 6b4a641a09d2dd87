"""What the draft says, and what the schedule waits for."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from blog.models import BlogPostPage
from core.plan import End, Plan, end_of, plan_of
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, expiring, planned
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


def now(page):
    """The plan of a page as it stands in the database."""
    return plan_of(BlogPostPage.objects.get(pk=page.pk).get_latest_revision_as_object())


class PlanOfTests:
    def test_a_page_without_dates_has_none(self, site_tree, clock):
        assert now(draft(BlogPostPage)) == Plan()
        assert plan_of(BlogPostPage()) == Plan()

    def test_a_date_in_a_draft_is_wanted_and_not_scheduled(self, site_tree, clock):
        plan = now(draft(BlogPostPage, go_live_at=NINE))
        assert (plan.wanted, plan.scheduled, plan.is_loose) == (NINE, None, True)

    def test_a_date_that_is_over_is_wanted_no_more(self, site_tree, clock):
        page = draft(BlogPostPage, go_live_at=NINE)
        clock(TEN)
        assert (now(page).wanted, now(page).missed) == (None, NINE)

    def test_a_date_that_a_page_has_gone_live_by_is_not_missed(self, site_tree, clock):
        page = published(BlogPostPage)
        page.go_live_at = NINE
        clock(NINE)
        page.last_published_at = NINE
        assert plan_of(page).missed is None
        clock(TEN)
        page.go_live_at = TEN
        assert plan_of(page).missed == TEN

    def test_what_is_scheduled_is_due_from_its_moment_on(self, site_tree, clock):
        page = planned(NINE)
        assert not now(page).is_due
        clock(NINE)
        assert now(page).is_due
        assert now(page).missed is None

    def test_what_was_scheduled_is_wanted_and_scheduled(self, site_tree, clock):
        plan = now(planned(NINE))
        assert plan.missed is None
        assert (plan.wanted, plan.scheduled, plan.is_loose, plan.is_behind) == (NINE, NINE, False, False)

    def test_a_newer_draft_leaves_the_scheduled_version_behind(self, site_tree, clock):
        page = planned(NINE)
        page.go_live_at = TEN
        page.save_revision()
        plan = now(page)
        assert (plan.wanted, plan.scheduled, plan.is_loose, plan.is_behind) == (TEN, NINE, True, True)
        assert plan.saved_at == EIGHT

    def test_a_change_of_a_live_page_is_planned_alike(self, site_tree, clock):
        page = published(BlogPostPage)
        page.go_live_at = NINE
        page.save_revision().publish()
        assert (now(page).scheduled, now(page).is_behind) == (NINE, False)


class EndOfTests:
    """The end that stands in a draft, beside the one that counts."""

    def end(self, page):
        return end_of(type(page).objects.get(pk=page.pk).get_latest_revision_as_object())

    def test_an_end_in_the_draft_of_a_live_page_does_not_count(self, site_tree, clock):
        page = published(BlogPostPage)
        assert not self.end(page).is_loose
        page.expire_at = TEN
        page.save_revision()
        assert self.end(page) == End(TEN, None, is_kept=True)
        assert self.end(page).is_loose

    def test_an_end_that_was_published_counts_until_another_is(self, site_tree, clock):
        page = expiring(published(BlogPostPage), TEN)
        assert not self.end(page).is_loose
        page.expire_at = None
        page.save_revision()
        assert self.end(page) == End(None, TEN, is_kept=True)
        assert self.end(page).is_loose

    def test_a_scheduled_version_brings_its_own(self, site_tree, clock):
        page = planned(NINE, expire_at=TEN)
        assert self.end(page) == End(TEN, TEN, is_kept=True)
        page.expire_at = TEN + timedelta(days=1)
        page.save_revision()
        assert self.end(page).is_loose

    def test_a_draft_that_nobody_will_see_has_none_to_keep(self, site_tree, clock):
        assert not self.end(draft(BlogPostPage, expire_at=TEN)).is_loose
        assert end_of(BlogPostPage(expire_at=TEN)) == End(TEN)

    def test_boxes_know_no_seconds(self):
        assert not End(TEN, TEN + timedelta(seconds=5), is_kept=True).is_loose


class VersionTests:
    def test_a_version_is_called_by_when_it_was_saved(self):
        assert Plan().version == ""
        with time_machine.travel(datetime(2026, 11, 24, 12, tzinfo=UTC), tick=False):
            saved = datetime(2026, 11, 24, 10, 12, tzinfo=UTC)
            assert Plan(saved_at=saved).version == "10:12"
            assert Plan(saved_at=saved - timedelta(days=1)).version == "Mon 23 Nov 10:12"
