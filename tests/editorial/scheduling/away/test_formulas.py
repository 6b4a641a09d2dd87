"""What a spreadsheet might take for a formula."""

import pytest

from editorial.scheduling.away.formulas import harmless


class HarmlessTests:
    @pytest.mark.parametrize(
        "words",
        ["=1+1", "+1", "-5 degrees", "@SUM(A1)", " =1+1", "\t=1+1", "\r=1+1", '=HYPERLINK("https://example.com")'],
    )
    def test_what_looks_like_a_formula_begins_with_an_apostrophe(self, words):
        assert harmless(words) == f"'{words}"

    @pytest.mark.parametrize("words", ["", "Calm skin", "1 = 1", "'quoted'"])
    def test_all_else_stays_as_it_is(self, words):
        assert harmless(words) == words
