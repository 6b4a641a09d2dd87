"""The short answer of a question."""

import pytest

from conditions.short_answer import first_sentence


class FirstSentenceTests:
    @pytest.mark.parametrize(
        ("answer", "first", "rest"),
        [
            ("Mostly sebum. Squeezing hurts.", "Mostly sebum.", "Squeezing hurts."),
            ("One sentence without an end", "One sentence without an end", ""),
            ("Use 0.5 % lotions. Wait a month.", "Use 0.5 % lotions.", "Wait a month."),
            (
                "Some acids, e.g. Glycolic acid, help. Others do not.",
                "Some acids, e.g. Glycolic acid, help.",
                "Others do not.",
            ),
            ("“No.” That is all.", "“No.”", "That is all."),
            ("Really? 2 in 10 say so.", "Really?", "2 in 10 say so."),
            ("Yes.\n\nBut ask first.", "Yes.", "But ask first."),
            ("", "", ""),
        ],
    )
    def test_it_ends_where_the_next_begins(self, answer, first, rest):
        assert first_sentence(answer) == (first, rest)
