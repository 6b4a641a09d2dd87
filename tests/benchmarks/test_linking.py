"""What the benchmark of suggestions says is what it measured."""

import random

import pytest

from benchmarks.linking import invented_names, measure, row


class MeasureTests:
    def test_a_row_says_both_times_and_how_they_compare(self):
        measured = {"ours": 0.004, "naive": 0.2, "made": 0.05, "suggested": 12}
        assert row(100, measured).split() == ["100", "4.0", "ms", "200.0", "ms", "50.0", "50", "ms", "12"]

    @pytest.mark.django_db
    def test_the_page_names_some_of_the_names(self):
        measured = measure(50)
        assert measured["suggested"] > 10
        assert measured["ours"] > 0
        assert measured["naive"] > 0

    def test_names_are_as_many_as_asked_for(self):
        names = invented_names(200, random.Random(1))
        assert len(set(names)) == 200
