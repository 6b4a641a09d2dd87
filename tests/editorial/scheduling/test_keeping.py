"""What a worker does all day."""

import threading
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from editorial.scheduling import beat, keeping
from editorial.scheduling.models import Beat
from tests.editorial.scheduling.mornings import EIGHT, NINE, planned

pytestmark = pytest.mark.django_db


class StopAfter(threading.Event):
    """Time that passes only when somebody waits for it; ``waits`` later it is time to stop."""

    def __init__(self, waits: int) -> None:
        super().__init__()
        self.left, self.slept = waits, []

    def wait(self, timeout=None):
        self.slept.append(timeout)
        self.left -= 1
        if self.left == 0:
            self.set()
        return self.is_set()


class KeepScheduleTests:
    def test_it_beats_publishes_and_sleeps(self, site_tree, clock, monkeypatch):
        monkeypatch.setattr(keeping, "close_old_connections", lambda: None)
        page = planned(NINE)
        clock(NINE)
        stop = StopAfter(2)
        keeping.keep_schedule(stop, "one")
        assert type(page).objects.get(pk=page.pk).live
        assert Beat.objects.get().worker == "one"
        assert stop.slept == [keeping.LOOKS_UP_AFTER] * 2

    def test_a_database_that_does_not_answer_is_waited_for(self, clock, monkeypatch):
        def run(**words):
            raise OperationalError("gone away")

        monkeypatch.setattr(keeping, "close_old_connections", lambda: None)
        monkeypatch.setattr(keeping.runner, "run", run)
        stop = StopAfter(2)
        keeping.keep_schedule(stop, "one")
        assert stop.slept == [keeping.PAUSE_SECONDS] * 2


class SecondsToSleepTests:
    def test_to_the_due_second_and_no_longer_than_it_looks_up(self, site_tree, clock):
        assert keeping.seconds_to_sleep(EIGHT) == keeping.LOOKS_UP_AFTER
        planned(NINE)
        assert keeping.seconds_to_sleep(EIGHT) == keeping.LOOKS_UP_AFTER
        assert keeping.seconds_to_sleep(NINE - timedelta(seconds=0.5)) == 0.5


class HeartTests:
    def test_it_beats_no_more_often_than_needed(self, clock):
        heart = keeping.Heart("one")
        heart.beat_when_due()
        clock(EIGHT + timedelta(seconds=9))
        heart.beat_when_due()
        assert beat.last_beat() == EIGHT
        clock(EIGHT + timedelta(seconds=10))
        heart.beat_when_due()
        assert beat.last_beat() == timezone.now()

    def test_it_goes_on_when_the_clock_is_set_back(self, clock):
        heart = keeping.Heart("one")
        heart.beat_when_due()
        clock(EIGHT - timedelta(hours=1))
        heart.beat_when_due()
        assert beat.last_beat() == EIGHT - timedelta(hours=1)
