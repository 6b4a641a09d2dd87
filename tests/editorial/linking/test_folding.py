"""Text as it is compared."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from editorial.linking.folding import fold

TEXTS = st.text(st.sampled_from("aZéÉñßİſ\u0301\u0308\u00ad\u00a0\u2009 -‑’'´…½ﬁ中각\n\t.1_"), max_size=25)


def found(text: str, words: str) -> str:
    """What stands in the original where these folded letters are."""
    folded = fold(text)
    start = folded.text.index(words)
    begin, end = folded.original(start, start + len(words))
    return text[begin:end]


class FoldTests:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Acne Vulgaris", "acne vulgaris"),
            ("Crème fraîche", "creme fraiche"),
            ("Gardener’s", "Gardener's"),
            ("Gardener‘s", "Gardenerʼs"),
            ("tea\u00a0tree\u202foil", "tea tree oil"),
            ("tea   tree \n oil", "tea tree oil"),
            ("tea-tree‑oil", "tea tree oil"),
            ("ac\u00adne", "acne"),
            ("cafe\u0301", "café"),
        ],
    )
    def test_what_makes_no_difference(self, one, other):
        assert fold(one).text == fold(other).text

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("acne", "acnes"),
            ("tea tree", "teatree"),
            ("tea, tree", "tea tree"),
            ("tea - tree", "tea tree"),
            ("tea–tree", "tea tree"),
            ("-tree", " tree"),
            ("tea\u2029tree", "tea tree"),
            ("½ cup", "1/2 cup"),
        ],
    )
    def test_what_does(self, one, other):
        assert fold(one).text != fold(other).text

    def test_a_letter_that_grows_in_small_letters_keeps_the_others_in_their_places(self):
        assert found("İ acne", "acne") == "acne"

    @given(TEXTS)
    @settings(max_examples=100, deadline=None)
    def test_each_folded_letter_is_found_in_the_original_in_order(self, text):
        folded = fold(text)
        places = list(folded.places)
        assert len(places) == len(folded.text)
        assert places == sorted(set(places))
        assert all(0 <= place < len(text) for place in places)

    @given(st.text("aeE'n u\u00e9\u00e0\u00fc -", max_size=15))
    @example("crème-brûlée")
    @settings(max_examples=100, deadline=None)
    def test_accents_that_stand_alone_are_read_like_those_on_their_letters(self, text):
        assert fold(unicodedata.normalize("NFD", text)).text == fold(unicodedata.normalize("NFC", text)).text


class OriginalTests:
    def test_several_spaces_and_hyphens_belong_to_what_is_found(self):
        assert found("Try tea  -  no, tea   tree-oil now", "tea tree oil") == "tea   tree-oil"

    def test_a_mark_within_belongs_to_its_letter(self):
        assert found("so cre\u0300me it is", "creme") == "cre\u0300me"

    @pytest.mark.parametrize("after", [" it is", "", "."])
    def test_a_mark_after_the_last_letter_belongs_to_it(self, after):
        assert found(f"so cafe\u0301{after}", "cafe") == "cafe\u0301"

    def test_a_space_after_it_does_not(self):
        assert found("acne  scars", "acne") == "acne"
