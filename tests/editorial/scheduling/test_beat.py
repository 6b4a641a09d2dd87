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

    def test_a_name_fits_its_row(self, monkeypatch):
        monkeypatch.setattr(beat.socket, "gethostname", lambda: "h" * 200)
        assert len(beat.own_name()) <= Beat._meta.get_field("worker").max_length
