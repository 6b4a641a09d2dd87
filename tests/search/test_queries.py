"""What a reader typed."""

import pytest

from search.queries import tidy


class TidyTests:
    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ("white bumps", "white bumps"),
            ("  what's \x00 this? ", "what's this"),
            ("“acne” OR (NOT back*)", "acne OR NOT back"),
            ("?!…", ""),
            ("😀", ""),
            ("ｍｉｌｉａ", "milia"),
            ("", ""),
        ],
    )
    def test_only_words_are_left(self, typed, words):
        assert tidy(typed) == words

    def test_no_more_than_twelve_words_are_searched(self):
        assert len(tidy("skin " * 1000).split()) == 12

    def test_no_more_than_two_hundred_characters_are_read(self):
        assert len(tidy("a" * 100_000)) == 200
