"""Moving the end of a bundle, and taking it away."""

from datetime import timedelta

import pytest
from wagtail.models import PageLogEntry

from conditions.models import ConditionPage
from editorial.scheduling import runner
from editorial.scheduling.bundles.moving_end import move_end, why_not_then
from editorial.scheduling.bundles.planning import RefusedError
from editorial.scheduling.due import next_moment
from editorial.scheduling.models import Attempt, BundleMember
from home.models import HomePage
from tests.editorial.scheduling.bundles.launches import (
    bundle_of,
    changed_condition,
    launch,
    logged,
    new_post,
    scheduled,
)
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, is_live

pytestmark = pytest.mark.django_db
ELEVEN = TEN + timedelta(hours=1)


@pytest.fixture
def running(site_tree, clock):
    """A launch of three pages that is live and ends at ten, and its pages."""
    bundle, pages = launch(ends_at=TEN)
    clock(NINE)
    assert runner.run() == {"done": 1}
    bundle.refresh_from_db()
    return bundle, pages


def end_of(bundle):
    """When a bundle ends, asked of the database."""
    bundle.refresh_from_db()
    return bundle.ends_at


class MoveEndTests:
    def test_the_runner_follows_to_a_later_end(self, running, clock, administrator):
        bundle, pages = running
        move_end(bundle.pk, TEN, ELEVEN, administrator)
        assert next_moment(NINE) == ELEVEN
        clock(TEN)
        assert runner.run() == {}
        assert HomePage.objects.get().heading == "New promise"
        clock(ELEVEN)
        assert runner.run() == {"done": 1}
        assert HomePage.objects.get().heading == "Old promise"
        assert not is_live(pages[0])

    def test_and_to_an_earlier_one(self, running, clock, administrator):
        bundle, _ = running
        half_past = NINE + timedelta(minutes=30)
        move_end(bundle.pk, TEN, half_past, administrator)
        clock(half_past)
        assert runner.run() == {"done": 1}
        assert HomePage.objects.get().heading == "Old promise"
        clock(TEN)
        assert runner.run() == {}

    def test_without_an_end_all_of_it_stays_and_its_pages_may_join_others(self, running, clock, administrator):
        bundle, pages = running
        move_end(bundle.pk, TEN, None, administrator)
        clock(TEN)
        assert (runner.run(), next_moment(TEN)) == ({}, None)
        assert is_live(pages[0])
        assert not BundleMember.objects.filter(is_open=True).exists()

    def test_what_lost_its_end_may_have_one_again(self, running, clock, administrator):
        bundle, pages = running
        move_end(bundle.pk, TEN, None, administrator)
        move_end(bundle.pk, None, ELEVEN, administrator)
        assert BundleMember.objects.filter(is_open=True).count() == 3
        clock(ELEVEN)
        assert runner.run() == {"done": 1}
        assert not is_live(pages[0])

    def test_one_whose_page_is_in_another_by_now_does_not(self, running, administrator):
        bundle, pages = running
        move_end(bundle.pk, TEN, None, administrator)
        page = pages[1].get_latest_revision_as_object()
        page.save_revision()
        bundle_of(page, name="Summer launch", user=administrator)
        with pytest.raises(RefusedError, match="one of its pages is in another bundle by now"):
            move_end(bundle.pk, None, ELEVEN, administrator)
        assert end_of(bundle) is None
        assert BundleMember.objects.filter(is_open=True).count() == 1

    def test_nor_one_with_a_page_that_has_no_way_back(self, running, administrator):
        bundle, pages = running
        move_end(bundle.pk, TEN, None, administrator)
        BundleMember.objects.get(page=pages[1].pk).reverts_to.delete()
        with pytest.raises(RefusedError, match="“Milia” has no version to go back to"):
            move_end(bundle.pk, None, ELEVEN, administrator)
        assert end_of(bundle) is None

    def test_a_failed_end_is_forgotten_with_its_moment(self, running, clock, administrator):
        bundle, pages = running
        kept = BundleMember.objects.get(page=pages[1].pk).reverts_to
        BundleMember.objects.filter(page=pages[1].pk).update(reverts_to=None)
        clock(TEN)
        assert runner.run() == {"failed": 1}
        move_end(bundle.pk, TEN, ELEVEN, administrator)
        assert not Attempt.objects.exists()
        BundleMember.objects.filter(page=pages[1].pk).update(reverts_to=kept)
        clock(ELEVEN)
        assert runner.run() == {"done": 1}

    def test_it_stands_in_the_history_of_each_page(self, running, administrator):
        bundle, pages = running
        move_end(bundle.pk, TEN, ELEVEN, administrator)
        assert logged(pages, "bundles.move_end") == [1, 1, 1]
        assert PageLogEntry.objects.filter(action="bundles.move_end").first().message == (
            "The end of the bundle “Spring launch” was moved from 2 Mar 2026, 10:00 to 2 Mar 2026, 11:00"
        )
        move_end(bundle.pk, ELEVEN, ELEVEN, administrator)
        assert logged(pages, "bundles.move_end") == [1, 1, 1]

    def test_before_it_is_live_its_end_moves_as_well(self, site_tree, clock, editor):
        bundle = scheduled(new_post(), ends_at=TEN)
        move_end(bundle.pk, TEN, ELEVEN, editor)
        assert end_of(bundle) == ELEVEN
        assert BundleMember.objects.filter(is_open=True).count() == 1


class WhyNotMovedTests:
    def refused(self, bundle, before, after, user) -> str:
        """Why an end is not moved."""
        was = end_of(bundle)
        with pytest.raises(RefusedError) as refusal:
            move_end(bundle.pk, before, after, user)
        assert end_of(bundle) == was
        return str(refusal.value)

    def test_who_may_not_publish_all_of_it_moves_nothing(self, running, editor, writer):
        bundle, _ = running
        for user in (editor, writer):
            assert "those who may publish all its pages say when it ends" in self.refused(bundle, TEN, ELEVEN, user)

    def test_what_somebody_else_has_moved_stays(self, running, administrator):
        bundle, _ = running
        assert "has been changed by somebody else meanwhile" in self.refused(bundle, NINE, ELEVEN, administrator)

    def test_what_has_ended_does_not_end_again(self, running, clock, administrator):
        bundle, _ = running
        clock(TEN)
        runner.run()
        words = self.refused(bundle, TEN, ELEVEN, administrator)
        assert words == "“Spring launch” has ended already, Mon 2 Mar 10:00 (London)."

    def test_what_has_passed_or_comes_before_the_start_is_no_end(self, running, site_tree, administrator):
        bundle, _ = running
        assert self.refused(bundle, TEN, EIGHT, administrator).endswith("has passed: choose a later time.")
        later = scheduled(new_post(title="Other"), moment=ELEVEN, ends_at=ELEVEN + timedelta(hours=2))
        assert why_not_then(later, TEN) == "It goes live Mon 2 Mar 11:00 (London): choose a later end."
        assert why_not_then(later, ELEVEN) != ""
        assert why_not_then(later, ELEVEN + timedelta(minutes=1)) == ""

    def test_what_has_no_moment_or_is_gone(self, site_tree, clock, administrator):
        bundle = bundle_of(new_post())
        assert "has no time to go live yet" in self.refused(bundle, None, TEN, administrator)
        with pytest.raises(RefusedError, match="has been deleted"):
            move_end(0, None, TEN, administrator)


class WhoDecidesTests:
    def test_who_edits_approved_pages_says_how_long_they_stay(self, site_tree, clock, editor, reviewer):
        page = changed_condition().get_latest_revision_as_object()
        page.go_live_at = ELEVEN
        page.save_revision(user=editor)
        page.get_workflow().start(page, editor)
        for person in (editor, reviewer):
            state = ConditionPage.objects.get().current_workflow_task_state
            state.task.specific.on_action(state, person, "approve")
        bundle = scheduled(page, ends_at=TEN, user=editor)
        clock(NINE)
        assert runner.run() == {"done": 1}
        # A newer draft, not approved, is another matter.
        page.get_latest_revision_as_object().save_revision()
        move_end(bundle.pk, TEN, ELEVEN, editor)
        assert end_of(bundle) == ELEVEN
