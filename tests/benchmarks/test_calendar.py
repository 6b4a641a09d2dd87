"""What the benchmark of the calendar says is what it measured."""

from benchmarks.calendar import table


class TableTests:
    def test_a_row_says_both_times_and_how_they_compare(self):
        rows = table(500, 5000, {"month": [[0.2, 14], [0.5, 15]]})
        assert rows[1].split() == ["month", "0.20", "s", "0.50", "s", "2.5", "14", "and", "15"]
