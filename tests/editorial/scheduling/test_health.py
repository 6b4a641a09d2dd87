"""What a monitor is told about the schedule."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import BlogPostPage
from core.status import FAILED, OVERDUE
from editorial.scheduling import beat, runner
from editorial.scheduling.due import DueItem
from editorial.scheduling.health import LISTED
from editorial.scheduling.models import Attempt, Kind
from editorial.scheduling.overview import today
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, break_revision, expiring, hold_all, planned
from tests.publication import published

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
        assert (code, said["status"], said["neglected"], said["oldest_overdue"]) == (200, "ok", 0, None)
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
        assert (code, said["neglected"], said["oldest_overdue"]) == (503, 1, "2026-03-02T09:00:00Z")

    def test_what_failed_for_a_reason_is_listed_by_kind_and_key_and_alarms_nobody(self, site_tree, clock, told):
        page = break_revision(planned(NINE), contributions=[])
        clock(NINE + timedelta(minutes=5))
        runner.run()
        beat.beat("one")
        code, said = told()
        assert (code, said["failed"], said["neglected"], said["overdue"]) == (200, 1, 0, 0)
        assert said["oldest_overdue"] == "2026-03-02T09:00:00Z"
        assert said["failures"] == [
            {
                "kind": "go_live",
                "key": page.latest_revision_id,
                "due": "2026-03-02T09:00:00Z",
                "tries": 1,
                "next_try": "2026-03-02T09:06:00Z",
            }
        ]

    def test_of_many_failures_the_oldest_are_listed_and_all_are_counted(self, site_tree, clock, told):
        pages = [expiring(published(BlogPostPage), NINE + timedelta(seconds=number)) for number in range(LISTED + 2)]
        clock(TEN)
        for page in pages:
            assert runner.claim(DueItem(Kind.EXPIRE, page.pk, page.expire_at), TEN)
        Attempt.objects.update(is_running=False, error="No")
        said = told()[1]
        assert said["failed"] == LISTED + 2
        assert [one["key"] for one in said["failures"]] == [page.pk for page in pages[:LISTED]]

    def test_it_tells_the_figures_of_the_dashboard(self, site_tree, clock, told, editor):
        break_revision(planned(NINE), contributions=[])
        clock(NINE)
        runner.run()
        planned(NINE + timedelta(minutes=10))
        expiring(published(BlogPostPage), TEN)
        planned(TEN + timedelta(days=1))
        clock(NINE + timedelta(minutes=11))
        said, entries = told()[1], today(editor, NINE + timedelta(minutes=11))
        assert said["due_today"] == len(entries) == 3
        assert [said["failed"], said["overdue"]] == [
            len([one for one in entries if one.flag is flag]) for flag in (FAILED, OVERDUE)
        ]
        assert [said["failed"], said["overdue"], said["held"]] == [1, 1, 0]

    def test_the_number_of_queries_is_the_same_for_one_and_for_many(
        self, site_tree, clock, client, django_assert_num_queries
    ):
        def fail(count):
            for _ in range(count):
                break_revision(planned(NINE), contributions=[])
            clock(NINE)
            runner.run()
            clock(EIGHT)

        fail(1)
        with CaptureQueriesContext(connection) as spent:
            client.get("/health/scheduler")
        fail(4)
        with django_assert_num_queries(len(spent)):
            client.get("/health/scheduler")

    def test_a_retry_nobody_makes_alarms(self, site_tree, clock, told):
        break_revision(planned(NINE), contributions=[])
        clock(NINE)
        runner.run()
        clock(TEN)
        beat.beat("one")
        assert told()[0] == 503

    def test_what_was_moved_ahead_since_has_neither_failed_nor_waits_for_a_retry(self, site_tree, clock, told):
        page = break_revision(planned(NINE), contributions=[])
        clock(NINE)
        runner.run()
        page.revisions.filter(approved_go_live_at=NINE).update(approved_go_live_at=TEN + timedelta(hours=1))
        clock(TEN)
        beat.beat("one")
        code, said = told()
        assert (code, said["due_today"], said["failed"], said["neglected"]) == (200, 1, 0, 0)

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
        assert (said["oldest_overdue"], said["failures"], said["due_today"]) == (None, [], 2)

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

    def test_it_tells_no_titles_addresses_or_reasons_and_is_kept_by_nobody(self, site_tree, clock, client):
        page = break_revision(planned(NINE, title="Secret serum"), contributions=[])
        clock(NINE)
        runner.run()
        Attempt.objects.update(error="“Secret serum” has no author.")
        response = client.get("/health/scheduler")
        assert response.json()["failed"] == 1
        for word in (b"Secret", page.slug.encode(), b"author"):
            assert word not in response.content
        assert "no-store" in response["Cache-Control"]
