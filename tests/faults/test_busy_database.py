"""Somebody else writes to the database for a long time: what is due waits, and goes live (SQLite)."""

import sqlite3
import threading
from contextlib import closing
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from editorial.scheduling import runner
from editorial.scheduling.due import due
from editorial.scheduling.keeping import Heart, keep_schedule
from editorial.scheduling.models import Attempt
from tests.editorial.scheduling.mornings import NINE, TEN, break_revision, is_live, item_of, planned

pytestmark = [
    pytest.mark.skipif(not settings.IS_SQLITE, reason="a row alone is locked"),
    pytest.mark.django_db(transaction=True),
]

#: Between a moment that was missed and the next one.
LATER = timedelta(minutes=1)


def the_command():
    """What is due is carried out from a cron line, or by a web process as a stand-in."""
    call_command("publish_scheduled")


def the_worker():
    """What is due is carried out by the worker, which stops when nothing is left."""

    class Stop(threading.Event):
        def wait(self, timeout=None):
            if not due(timezone.now()):
                self.set()
            return super().wait(timeout)

    keep_schedule(Stop(), Heart("one"))


@pytest.fixture
def waiting(monkeypatch):
    """``waiting(seconds)``: SQLite waits so long for whoever writes."""

    def wait(seconds):
        monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", seconds)
        connection.close()

    yield wait
    connection.close()


class BusyDatabaseTests:
    @pytest.mark.parametrize("seconds", [2, pytest.param(30, marks=pytest.mark.faults)])
    @pytest.mark.parametrize("keep", [the_command, the_worker])
    def test_a_database_somebody_writes_to_is_waited_for(self, site_tree, clock, waiting, keep, seconds):
        # Somebody writes for longer than SQLite waits, which is 20 seconds.
        waiting(seconds / 1.5)
        pages = [break_revision(planned(NINE), title=""), planned(NINE), planned(TEN), planned(NINE + LATER)]
        clock(NINE)
        assert runner.run() == {"failed": 1, "done": 1}
        clock(NINE + LATER)
        runner.claim(item_of(pages[3]), NINE + LATER)
        # Something to try again, something new, something whose worker died, and something to forget.
        pages[0].revisions.update(approved_go_live_at=None)
        pages.append(planned(TEN))
        clock(TEN)
        with closing(sqlite3.connect(connection.settings_dict["NAME"], check_same_thread=False)) as other:
            other.execute("BEGIN IMMEDIATE")
            release = threading.Timer(seconds, other.rollback)
            release.start()
            keep()
            release.join()
        assert [is_live(page) for page in pages] == [False, True, True, True, True]
        assert not Attempt.objects.exists()
