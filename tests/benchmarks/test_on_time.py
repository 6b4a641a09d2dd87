"""What the benchmark of lateness says is what it measured."""

from datetime import timedelta

import pytest
from django.utils import timezone

from benchmarks import due_pages, spread
from benchmarks.on_time import histogram, verdict
from editorial.scheduling import runner
from editorial.scheduling.due import next_moment
from editorial.scheduling.models import Beat

ON_TIME = [0.1] * 99 + [30.0]


class HistogramTests:
    def test_each_span_of_time_that_had_any_is_a_row(self):
        assert [row.split()[:2] + row.split()[-2:-1] for row in histogram([0.1, 0.2, 3.0, 70.0])] == [
            ["0", "to", "2"],
            ["2", "to", "1"],
            ["over", "60", "1"],
        ]

    def test_what_was_never_live_is_counted(self):
        assert histogram([None, 0.1])[-1].split() == ["never", "1"]


class VerdictTests:
    def test_one_in_a_hundred_may_take_a_minute(self):
        assert verdict(ON_TIME) == (True, "kept: 100.0% within 60 s, 99.0% within 5 s, 0 too early")

    @pytest.mark.parametrize("one", [-0.1, 5.1, 60.1, None])
    def test_it_is_broken_by_one_more_that_is_late_early_or_never_live(self, one):
        is_kept, words = verdict([*ON_TIME[1:], one])
        assert not is_kept
        assert words.startswith("BROKEN")


@pytest.mark.django_db
class SpreadTests:
    def test_every_page_gets_a_moment_and_its_lateness_counts_from_there(self, site_tree, monkeypatch):
        due_pages.fill(3, days=1)
        monkeypatch.setattr(spread, "HEAD_START", -60)
        moments = spread.spread(10)
        assert runner.run() == {"done": 3}
        late = spread.lateness(moments)

        assert all(one > 40 for one in late)

    def test_it_counts_until_others_see_it(self, site_tree, clock, monkeypatch):
        due_pages.fill(1, days=1)
        moments = spread.spread(1)
        moment = next(iter(moments.values()))
        clock(moment)
        runner.run()
        # As if the run had taken so long to commit what it says is live since its moment.
        clock(moment + timedelta(seconds=7))
        assert spread.lateness(moments) == [7.0]

    def test_what_waits_is_not_live(self, site_tree, monkeypatch):
        due_pages.fill(1, days=1)
        monkeypatch.setattr(spread, "HEAD_START", 60)
        monkeypatch.setattr(spread, "PATIENCE", -100)
        moments = spread.spread(1)
        assert next_moment(timezone.now()) == min(moments.values())
        assert spread.lateness(moments) == [None]

    def test_it_begins_when_the_workers_are_there(self):
        Beat.objects.create(worker="one", beat_at=timezone.now())
        spread.wait_for_workers(1)
