"""No worker at all: a reader's request is enough for what is due, and costs that reader nothing."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from editorial.scheduling.catch_up import catch_up
from tests.editorial.scheduling.mornings import is_live, move, planned
from tests.faults.conftest import wait_until

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def stands_in(site_tree, workers, settings, monkeypatch):
    """Switch the stand-in on; the runs it starts work on the test database."""
    for name, value in workers.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(catch_up, "looks_again_at", 0.0)
    yield lambda: setattr(settings, "SCHEDULE_CATCH_UP", True)
    wait_until(lambda: "catch-up" not in {thread.name for thread in threading.enumerate()})


class CatchingUpTests:
    def test_somebody_reads_and_what_is_due_goes_live(self, stands_in, workers, client):
        page = planned(timezone.now() + timedelta(days=1))
        move(page.revisions.get(approved_go_live_at__isnull=False), timezone.now() - timedelta(minutes=1))
        stands_in()
        client.get("/")
        wait_until(lambda: is_live(page))
        assert workers.published() == [page.pk]

    def test_it_costs_the_request_no_query(self, stands_in, client):
        client.get("/")
        with CaptureQueriesContext(connection) as without:
            client.get("/")
        stands_in()
        with CaptureQueriesContext(connection) as looking:
            client.get("/")
        assert catch_up.looks_again_at
        assert len(looking) == len(without)
