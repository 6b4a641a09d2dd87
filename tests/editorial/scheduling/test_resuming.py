"""Resuming after a hold."""

from datetime import timedelta

import pytest
from wagtail.models import ModelLogEntry, Revision

from editorial.scheduling import runner
from editorial.scheduling.closed_days import close
from editorial.scheduling.hold import open_hold
from editorial.scheduling.resuming import missed, resume, went_live
from editorial.scheduling.slots import AHEAD
from tests.editorial.scheduling.mornings import NINE, TEN, hold_all, is_live, item_of, planned

pytestmark = pytest.mark.django_db

TOMORROW = NINE + timedelta(days=1)


@pytest.fixture
def held(site_tree, clock):
    """Two posts that missed nine and half past, now that it is ten and all is held until eleven."""
    pages = [planned(NINE, title="Calm skin"), planned(NINE + timedelta(minutes=30), title="Sore skin")]
    hold_all(TEN + timedelta(hours=1))
    clock(TEN)
    return pages


def revision_of(page):
    """The planned revision of a page."""
    return Revision.objects.get(pk=item_of(page).target_id)


class MissedTests:
    def test_each_is_offered_a_free_slot_of_its_own(self, held):
        planned(TOMORROW)
        assert [(one.title, one.slot) for one in missed(TEN)] == [
            ("Calm skin", TOMORROW + timedelta(days=1)),
            ("Sore skin", TOMORROW + timedelta(days=2)),
        ]

    def test_what_is_still_to_come_is_not_asked_about(self, held):
        planned(TEN + timedelta(minutes=30))
        assert len(missed(TEN)) == 2

    def test_a_page_that_is_gone_is_named_as_it_was(self, held):
        revision = revision_of(held[0])
        Revision.objects.filter(pk=revision.pk).update(object_id="999999")
        assert next((one.title, one.page) for one in missed(TEN)) == ("Calm skin", None)

    def test_nothing_is_left_out_when_no_slot_is_free(self, held):
        close({TEN.date() + timedelta(days=number): "Closed" for number in range(AHEAD.days + 1)})
        assert [(one.title, one.slot) for one in missed(TEN)] == [("Calm skin", None), ("Sore skin", None)]

    def test_without_a_hold_there_is_nothing(self, site_tree, clock):
        planned(NINE)
        assert missed(TEN) == []

    def test_the_number_of_queries_is_the_same_for_few_and_for_many(self, held, django_assert_num_queries):
        for _ in range(5):
            planned(TEN + timedelta(minutes=1))
        with django_assert_num_queries(11):
            assert len(missed(TEN)) == 2
        with django_assert_num_queries(11):
            assert len(missed(TEN + timedelta(minutes=1))) == 7


class ResumeTests:
    def test_each_goes_live_when_it_was_said_and_the_hold_is_over(self, held, clock, editor):
        now, later = held
        assert resume({revision_of(now): TEN, revision_of(later): TOMORROW}, editor)
        assert open_hold() is None
        assert ModelLogEntry.objects.get(action="scheduling.resume").user == editor
        assert runner.run() == {"done": 1}
        assert (is_live(now), is_live(later)) == (True, False)
        clock(TOMORROW)
        runner.run()
        assert is_live(later)

    def test_what_somebody_unscheduled_meanwhile_stays_a_draft(self, held, editor):
        page, other = held
        choices = {revision_of(page): TEN, revision_of(other): TEN}
        page.revisions.update(approved_go_live_at=None)
        assert resume(choices, editor)
        runner.run()
        assert (is_live(page), is_live(other)) == (False, True)

    def test_the_second_of_two_changes_nothing(self, held, editor):
        revision = revision_of(held[0])
        assert resume({revision: TOMORROW}, editor)
        assert not resume({revision: TEN}, editor)
        assert item_of(held[0]).moment == TOMORROW

    def test_what_is_planned_for_later_keeps_its_time(self, held, clock, editor):
        page = planned(TEN + timedelta(minutes=30))
        resume({revision_of(one): TOMORROW for one in held}, editor)
        clock(TEN + timedelta(minutes=30))
        assert runner.run() == {"done": 1}
        assert is_live(page)


class WentLiveTests:
    def test_it_tells_what_waits_no_longer(self, held, editor):
        now, later = map(revision_of, held)
        resume({now: TEN, later: TOMORROW}, editor)
        runner.run()
        assert went_live([now, later]) == {now.pk}
