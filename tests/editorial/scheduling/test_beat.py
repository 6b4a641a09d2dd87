"""Signs of life."""

from datetime import timedelta

import pytest

from editorial.scheduling import beat
from editorial.scheduling.models import Beat
from tests.editorial.scheduling.mornings import EIGHT, NINE

pytestmark = pytest.mark.django_db


class BeatTests:
    def test_the_last_beat_of_any_worker_counts(self, clock):
        assert beat.last_beat() is None
        beat.beat("one")
        clock(NINE)
        beat.beat("two")
        assert beat.last_beat() == NINE

    def test_a_worker_that_beats_again_has_one_row(self, clock):
        beat.beat("one")
        beat.beat("one")
        assert Beat.objects.count() == 1

    def test_workers_silent_for_a_day_are_forgotten(self, clock):
        beat.beat("one")
        clock(EIGHT + timedelta(days=2))
        beat.beat("two")
        assert list(Beat.objects.values_list("worker", flat=True)) == ["two"]

    def test_silence_is_told_from_the_last_beat(self, clock):
        minute = timedelta(minutes=1)
        assert beat.silent_since(minute, EIGHT)
        beat.beat("one")
        assert not beat.silent_since(minute, EIGHT + minute)
        assert beat.silent_since(minute, EIGHT + minute + timedelta(seconds=1))

    def test_what_a_clock_wrote_before_it_was_set_back_is_not_believed(self, clock):
        clock(NINE)
        beat.beat("gone")
        clock(EIGHT)
        assert beat.last_beat() is None
        assert beat.silent_since(timedelta(minutes=1), EIGHT)
        beat.beat("one")
        assert (beat.last_beat(), beat.awake(EIGHT)) == (EIGHT, {"one"})

    def test_a_clock_a_little_ahead_is_believed(self, clock):
        beat.beat("one")
        assert beat.last_beat(EIGHT - timedelta(seconds=59)) == EIGHT

    def test_web_processes_that_stand_in_are_no_worker(self, clock):
        beat.beat(beat.STAND_IN)
        assert beat.last_beat() is None
        assert beat.awake(EIGHT) == set()


class AwakeTests:
    def test_a_worker_silent_for_two_minutes_is_taken_for_gone(self, clock):
        beat.beat("one")
        clock(EIGHT + timedelta(minutes=1))
        beat.beat("two")
        assert beat.awake(EIGHT + timedelta(minutes=2, seconds=1)) == {"two"}


class OwnNameTests:
    def test_it_fits_its_row(self, monkeypatch):
        monkeypatch.setattr(beat.socket, "gethostname", lambda: "h" * 200)
        assert len(beat.own_name()) <= Beat._meta.get_field("worker").max_length

    def test_it_tells_pods_apart_by_the_end_of_their_names(self, monkeypatch):
        monkeypatch.setattr(beat.socket, "gethostname", lambda: "a-deployment-with-a-long-name" * 2 + "-7d4b9-x2x7q")
        assert "-7d4b9-x2x7q:" in beat.own_name()

    def test_a_process_with_the_same_host_and_number_has_another(self):
        assert beat.own_name() != beat.own_name()
