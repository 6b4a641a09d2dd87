"""What a monitor is told about the schedule."""

from datetime import timedelta

import pytest

from editorial.scheduling import beat, runner
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, break_revision, hold_all, planned

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(client):
    """Ask: the status code and what was said."""

    def ask():
        response = client.get("/health/scheduler")
        return response.status_code, response.json()

    return ask


class SchedulerTests:
    def test_with_a_worker_at_work_and_nothing_due_all_is_well(self, site_tree, clock, told):
        planned(NINE)
        beat.beat("one")
        code, said = told()
        assert (code, said["status"], said["neglected"], said["oldest_due"]) == (200, "ok", 0, None)
        assert said["next_due"] == "2026-03-02T09:00:00Z"
        assert said["last_beat"] == "2026-03-02T08:00:00Z"

    def test_without_a_sign_of_life_for_two_minutes_it_is_not(self, site_tree, clock, told):
        assert told()[0] == 503
        beat.beat("one")
        clock(EIGHT + timedelta(minutes=2))
        assert told()[0] == 200
        clock(EIGHT + timedelta(minutes=2, seconds=1))
        assert told()[0] == 503

    def test_a_due_item_nobody_has_tried_for_two_minutes_alarms(self, site_tree, clock, told):
        planned(NINE)
        clock(NINE + timedelta(minutes=1, seconds=59))
        beat.beat("one")
        assert told()[0] == 200
        clock(NINE + timedelta(minutes=2))
        beat.beat("one")
        code, said = told()
        assert (code, said["neglected"], said["oldest_due"]) == (503, 1, "2026-03-02T09:00:00Z")

    def test_what_failed_for_a_reason_is_counted_and_alarms_nobody(self, site_tree, clock, told):
        break_revision(planned(NINE), contributions=[])
        clock(NINE + timedelta(minutes=5))
        runner.run()
        beat.beat("one")
        code, said = told()
        assert (code, said["failed"], said["neglected"]) == (200, 1, 0)

    def test_a_retry_nobody_makes_alarms(self, site_tree, clock, told):
        break_revision(planned(NINE), contributions=[])
        clock(NINE)
        runner.run()
        clock(TEN)
        beat.beat("one")
        assert told()[0] == 503

    def test_while_all_is_held_nothing_is_neglected_or_failed(self, site_tree, clock, told):
        planned(NINE)
        break_revision(planned(NINE), contributions=[])
        clock(NINE)
        runner.run()
        planned(NINE + timedelta(minutes=10))
        hold_all(TEN + timedelta(hours=1))
        clock(TEN)
        beat.beat("one")
        code, said = told()
        assert (code, said["status"], said["neglected"], said["failed"], said["held"]) == (200, "held", 0, 0, 2)
        assert said["oldest_due"] is None

    def test_a_hold_is_told_to_its_end_and_as_long_as_something_waits(self, site_tree, clock, told):
        hold_all(TEN)
        beat.beat("one")
        assert told()[1]["status"] == "held"
        clock(TEN)
        beat.beat("one")
        assert told()[1]["status"] == "ok"

    def test_a_hold_hides_no_silence(self, site_tree, clock, told):
        hold_all(TEN)
        code, said = told()
        assert (code, said["status"]) == (503, "failed")

    def test_it_tells_no_titles_and_is_kept_by_nobody(self, site_tree, clock, client):
        planned(NINE, title="Secret serum")
        clock(TEN)
        response = client.get("/health/scheduler")
        assert b"Secret" not in response.content
        assert "no-store" in response["Cache-Control"]
