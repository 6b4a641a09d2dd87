"""The web process as a stand-in for a worker."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.core.signals import request_finished
from django.db import OperationalError

from editorial.scheduling import beat, catch_up
from editorial.scheduling.catch_up import CatchUp, is_needed
from editorial.scheduling.models import Beat
from tests.editorial.scheduling.mornings import NINE, TEN, planned

pytestmark = pytest.mark.django_db


class Inline:
    """A thread that does its work at once."""

    def __init__(self, target, **options):
        self.start = target


@pytest.fixture
def looks(settings, monkeypatch):
    """A stand-in that is on, and the looks it takes."""
    settings.SCHEDULE_CATCH_UP = True
    stand_in, taken = CatchUp(), []
    monkeypatch.setattr(stand_in, "look", lambda: taken.append(True))
    monkeypatch.setattr(catch_up.threading, "Thread", Inline)
    return stand_in, taken


@pytest.fixture
def runs(monkeypatch):
    """The runs that were started."""
    started = []
    monkeypatch.setattr(catch_up, "start_run", lambda: started.append(True))
    monkeypatch.setattr(catch_up.connection, "close", lambda: None)
    return started


class AfterResponseTests:
    def test_it_looks_no_more_often_than_every_thirty_seconds(self, looks, monkeypatch):
        stand_in, taken = looks
        moment = [1000.0]
        monkeypatch.setattr(catch_up.time, "monotonic", lambda: moment[0])
        for seconds in (0, 1, 29, 30, 31):
            moment[0] = 1000.0 + seconds
            stand_in.after_response()
        assert len(taken) == 2

    def test_it_can_be_switched_off(self, looks, settings):
        stand_in, taken = looks
        settings.SCHEDULE_CATCH_UP = False
        stand_in.after_response()
        assert taken == []

    def test_it_hears_of_every_closed_response(self):
        receivers = [key[0] for key, *_ in request_finished.receivers]
        assert "scheduling.catch_up" in receivers


class LookTests:
    def test_of_all_web_processes_one_starts_a_run_every_thirty_seconds(self, site_tree, clock, runs):
        planned(NINE)
        for seconds in (0, 1, 30, 31, 32):
            clock(NINE + timedelta(seconds=seconds))
            CatchUp().look()
            # What another process knows is not in this one's memory.
            caches["default"].clear()
        assert runs == [True] * 2

    def test_with_nothing_due_nothing_is_written(self, runs):
        CatchUp().look()
        assert not Beat.objects.exists()

    def test_a_clock_set_back_keeps_nobody_from_standing_in(self, site_tree, clock, runs):
        planned(NINE)
        for moment in (TEN, NINE):
            clock(moment)
            CatchUp().look()
        assert runs == [True] * 2

    @pytest.mark.parametrize("error", [OperationalError, ConnectionError])
    def test_what_goes_wrong_harms_nobody(self, runs, monkeypatch, error):
        def is_needed():
            raise error("gone away")

        monkeypatch.setattr(catch_up, "is_needed", is_needed)
        CatchUp().look()
        assert runs == []


class IsNeededTests:
    def test_only_when_something_is_due_and_no_worker_was_heard_of_for_a_minute(self, site_tree, clock):
        assert not is_needed()
        planned(NINE)
        assert not is_needed()
        beat.beat("one")
        clock(NINE)
        assert is_needed()
        beat.beat("one")
        assert not is_needed()
        clock(NINE + timedelta(seconds=61))
        assert is_needed()


class StartRunTests:
    def test_the_run_is_a_process_of_its_own(self, monkeypatch):
        commands = []

        class Process:
            def __init__(self, command, **options):
                commands.append((*command[2:], options["start_new_session"]))

            def wait(self):
                return 0

        monkeypatch.setattr(catch_up.subprocess, "Popen", Process)
        assert catch_up.start_run() == 0
        assert catch_up.start_run("--only", "go_live", "7") == 0
        assert commands == [
            ("publish_scheduled", True),
            ("publish_scheduled", "--only", "go_live", "7", True),
        ]
