"""Everything that is due, whatever one item does."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import mail
from django.db import OperationalError
from django.utils import timezone
from wagtail.signals import page_published

from core.publishing import last_refusal
from editorial.scheduling import runner
from editorial.scheduling.due import due
from editorial.scheduling.models import Attempt
from editorial.scheduling.reasons import CUT_OFF
from editorial.scheduling.step import Outcome
from editorial.scheduling.time_limit import GRACE_SECONDS, TookTooLongError
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, break_revision, hold_all, is_live, item_of, planned

pytestmark = pytest.mark.django_db

#: What says nothing more of an item for so long is not at work any more.
TIME = timedelta(seconds=runner.ITEM_SECONDS + GRACE_SECONDS)


@pytest.fixture
def handler():
    """Something that is done whenever a page is published: ``handler(function)``."""
    connected = []

    def connect(receiver):
        connected.append(receiver)
        page_published.connect(receiver, weak=False)

    yield connect
    for receiver in connected:
        page_published.disconnect(receiver)


def trips_over(title, error):
    """A receiver that raises for the page of one title."""

    def receiver(sender, instance, **kwargs):
        if instance.live and instance.title == title:
            raise error

    return receiver


class HeldTests:
    def test_an_item_held_before_it_was_begun_leaves_no_attempt(self, site_tree, clock):
        page = planned(NINE)
        item = item_of(page)
        hold_all(TEN)
        clock(NINE)
        assert runner.attempt(item) == "held"
        assert not is_live(page)
        assert not Attempt.objects.exists()

    def test_what_is_known_to_be_held_is_not_begun(self, site_tree, clock, monkeypatch):
        planned(NINE)
        hold_all(TEN)
        clock(NINE)
        monkeypatch.setattr(runner, "claim", lambda item, now: pytest.fail("It was begun"))
        assert runner.attempt(due(NINE)[0]) == "held"

    def test_the_reason_of_an_earlier_failure_is_kept(self, site_tree, clock):
        page = break_revision(planned(NINE), contributions=[])
        clock(NINE)
        runner.run()
        hold_all(TEN + timedelta(hours=1))
        clock(TEN)
        assert runner.attempt(item_of(page, tries=1)) == "held"
        attempt = Attempt.objects.get()
        assert (attempt.count, attempt.is_running, bool(attempt.error)) == (1, False, True)


class RefusalTests:
    def test_a_refusal_is_no_news_of_the_request_it_happened_in(self, site_tree, clock):
        break_revision(planned(NINE), contributions=[])
        clock(NINE)
        runner.run()
        assert last_refusal.get() is None


class RunTests:
    def test_everything_due_goes_live(self, site_tree, clock):
        pages = [planned(NINE), planned(TEN)]
        clock(TEN)
        assert runner.run() == {"done": 2}
        assert all(map(is_live, pages))
        assert not Attempt.objects.exists()

    def test_a_bad_item_delays_no_other_keeps_its_schedule_and_says_why(self, site_tree, clock):
        bad, good = break_revision(planned(NINE), contributions=[]), planned(TEN)
        clock(TEN)
        assert runner.run() == {"failed": 1, "done": 1}
        assert (is_live(bad), is_live(good)) == (False, True)
        attempt = Attempt.objects.get()
        assert (attempt.target_id, attempt.count, attempt.is_running) == (item_of(bad).target_id, 1, False)
        assert "author" in attempt.error
        assert attempt.next_try_at == TEN + timedelta(minutes=1)

    def test_a_mended_item_goes_live_at_its_next_try(self, site_tree, clock):
        page = planned(NINE)
        whole = {"contributions": page.get_latest_revision().content["contributions"]}
        break_revision(page, contributions=[])
        clock(NINE)
        runner.run()
        break_revision(page, **whole)
        assert runner.run() == {}
        clock(NINE + timedelta(minutes=1))
        assert runner.run() == {"done": 1}
        assert is_live(page)

    def test_a_handler_that_raises_or_never_ends_stops_only_its_own_page(self, site_tree, clock, handler):
        handler(trips_over("Raises", ValueError("broken")))
        handler(trips_over("Hangs", TookTooLongError()))
        raises, hangs, good = planned(NINE, title="Raises"), planned(NINE, title="Hangs"), planned(TEN)
        clock(TEN)
        assert runner.run() == {"failed": 2, "done": 1}
        assert [is_live(page) for page in (raises, hangs, good)] == [False, False, True]
        words = dict(Attempt.objects.values_list("target_id", "error"))
        assert "ValueError: broken" in words[item_of(raises).target_id]
        assert "longer than 60 seconds" in words[item_of(hangs).target_id]

    def test_it_ends_between_two_items_when_told_to(self, site_tree, clock):
        planned(NINE), planned(NINE)
        clock(NINE)
        answers = iter([True, False])
        assert runner.run(between=lambda: next(answers)) == {"done": 1}

    def test_an_attempt_of_what_was_unscheduled_is_forgotten(self, site_tree, clock):
        page = break_revision(planned(NINE), contributions=[])
        clock(NINE)
        runner.run()
        page.revisions.update(approved_go_live_at=None)
        runner.run()
        assert not Attempt.objects.exists()


class RunAloneTests:
    def test_one_item_is_tried_before_its_next_try(self, site_tree, clock):
        item = item_of(break_revision(planned(NINE), contributions=[]))
        clock(NINE)
        runner.run()
        assert runner.run() == {}
        assert runner.run_alone(item.kind, item.target_id) == {"failed": 1}

    def test_what_is_being_tried_is_left_alone(self, site_tree, clock):
        item = item_of(planned(NINE))
        clock(NINE)
        runner.claim(item, NINE)
        assert runner.run_alone(item.kind, item.target_id) == {"claimed by another worker": 1}

    def test_what_is_not_due_is_not_tried(self, site_tree, clock):
        item = item_of(planned(NINE))
        assert runner.run_alone(item.kind, item.target_id) == {}


class AttemptTests:
    def test_the_attempt_is_known_before_the_item_is_tried(self, site_tree, clock, handler):
        seen = []
        item = item_of(planned(NINE))
        handler(lambda instance, **kwargs: seen.extend(Attempt.objects.values_list("is_running", flat=True)))
        clock(NINE)
        runner.attempt(item)
        assert seen == [True]

    def test_an_item_another_worker_is_at_is_left_to_it(self, site_tree, clock):
        page = planned(NINE)
        clock(NINE)
        assert runner.claim(item_of(page), NINE)
        assert runner.attempt(item_of(page)) == "claimed by another worker"
        assert runner.attempt(item_of(page, tries=1)) == "claimed by another worker"
        assert not is_live(page)

    def test_an_item_whose_worker_died_is_taken_up_again_as_soon_as_its_time_is_up(self, site_tree, clock):
        page = planned(NINE)
        clock(NINE)
        runner.claim(item_of(page), NINE)
        clock(NINE + TIME - timedelta(seconds=1))
        assert runner.run() == {}
        clock(NINE + TIME)
        assert runner.run() == {"done": 1}
        assert is_live(page)

    @pytest.mark.parametrize("tries", [0, 1])
    def test_its_time_begins_once_the_database_was_waited_for(self, site_tree, clock, tries):
        item = item_of(planned(NINE), tries)
        if tries:
            Attempt.objects.create(kind=item.kind, target_id=item.target_id, started_at=EIGHT, next_try_at=NINE)
        clock(NINE + timedelta(seconds=40))
        assert runner.claim(item, NINE)
        assert Attempt.objects.get().next_try_at == NINE + timedelta(seconds=40) + TIME

    @pytest.mark.parametrize("tries", [0, 1])
    def test_what_somebody_holds_this_moment_has_not_failed(self, site_tree, clock, monkeypatch, tries):
        item = item_of(planned(NINE), tries)
        if tries:
            Attempt.objects.create(kind=item.kind, target_id=item.target_id, started_at=NINE, next_try_at=NINE)
        clock(NINE)
        monkeypatch.setattr(runner, "carry_out", lambda *arguments: Outcome.BUSY)
        assert runner.attempt(item) == Outcome.BUSY.value
        assert list(Attempt.objects.values_list("count", flat=True)) == [1] * tries
        monkeypatch.undo()
        assert runner.run() == {"done": 1}

    def test_a_busy_database_is_asked_again_at_once(self, site_tree, clock, monkeypatch):
        answers = iter([OperationalError("database is locked"), OperationalError("database is locked"), Outcome.DONE])

        def carry_out(*arguments):
            answer = next(answers)
            if isinstance(answer, Exception):
                raise answer
            return answer

        monkeypatch.setattr(runner, "carry_out", carry_out)
        item = item_of(planned(NINE))
        clock(NINE)
        assert runner.attempt(item) == "done"

    def test_a_database_that_stays_busy_is_a_failure_with_words(self, site_tree, clock, monkeypatch):
        def carry_out(*arguments):
            raise OperationalError("database is locked")

        monkeypatch.setattr(runner, "carry_out", carry_out)
        item = item_of(planned(NINE))
        clock(NINE)
        assert runner.attempt(item) == "failed"
        assert "database is locked" in Attempt.objects.get().error


class RecordFailureTests:
    def test_its_author_hears_of_each_reason_once(self, site_tree, clock, writer):
        page = break_revision(planned(NINE, owner=writer), contributions=[])
        for minutes in (0, 1, 3):
            clock(NINE + timedelta(minutes=minutes))
            assert runner.run() == {"failed": 1}
        assert len(mail.outbox) == 1
        break_revision(page, title="")
        clock(NINE + timedelta(minutes=7))
        runner.run()
        assert len(mail.outbox) == 2

    def test_what_got_through_meanwhile_is_no_failure(self, site_tree, clock):
        runner.record_failure(item_of(planned(NINE)), "Too late.")
        assert not Attempt.objects.exists()


class RecordCutOffTests:
    def test_what_was_begun_and_never_ended_has_failed_in_words_and_waits_for_nothing(self, site_tree, clock):
        item = item_of(planned(NINE))
        clock(NINE)
        runner.claim(item, NINE)
        runner.record_cut_off(NINE + TIME)
        attempt = Attempt.objects.get()
        assert (attempt.is_running, attempt.error, attempt.next_try_at) == (False, CUT_OFF, NINE + TIME)

    def test_what_is_being_tried_is_left_alone(self, site_tree, clock):
        item = item_of(planned(NINE))
        clock(NINE)
        runner.claim(item, NINE)
        runner.record_cut_off(NINE + TIME - timedelta(seconds=1))
        assert Attempt.objects.get().is_running

    def test_what_kills_one_worker_after_the_other_waits_ever_longer(self, site_tree, clock):
        item, now, waits = item_of(planned(NINE)), NINE, []
        for tries in range(5):
            clock(now)
            assert runner.claim(replace(item, tries=tries), now)
            runner.record_cut_off(now + TIME)
            waits.append(Attempt.objects.get().next_try_at - now - TIME)
            now = Attempt.objects.get().next_try_at
        assert [wait.total_seconds() / 60 for wait in waits] == [0, 1, 2, 4, 8]

    def test_its_author_hears_of_it_once(self, site_tree, clock, writer):
        item = item_of(planned(NINE, owner=writer))
        clock(NINE)
        for tries, now in enumerate((NINE, TEN)):
            runner.claim(replace(item, tries=tries), now)
            runner.record_cut_off(now + TIME)
        assert ["ended in the middle of it" in message.body for message in mail.outbox] == [True]


class DelayAfterTests:
    def test_it_doubles_up_to_an_hour(self):
        minutes = [runner.delay_after(count).total_seconds() / 60 for count in (0, 1, 2, 3, 4, 5, 6, 7, 8, 5000)]
        assert minutes == [0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_now_is_the_moment_of_the_call(site_tree, clock):
    page = planned(NINE)
    assert runner.run() == {}
    clock(NINE)
    assert timezone.now() == NINE
    assert runner.run() == {"done": 1}
    assert is_live(page)
