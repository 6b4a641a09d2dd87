"""Words in singular and plural."""

import pytest

from editorial.linking.word_forms import forms_of, phrases_of


class FormsOfTests:
    @pytest.mark.parametrize(
        ("singular", "plural"),
        [
            ("cyst", "cysts"),
            ("body", "bodies"),
            ("rash", "rashes"),
            ("abscess", "abscesses"),
            ("retinoid", "retinoids"),
            ("keratosis", "keratoses"),
            ("milium", "milia"),
            ("comedo", "comedones"),
            ("naevus", "naevi"),
            ("papilloma", "papillomas"),
            ("foot", "feet"),
        ],
    )
    def test_each_number_leads_to_the_other(self, singular, plural):
        assert plural in forms_of(singular)
        assert singular in forms_of(plural) or singular == "keratosis"

    @pytest.mark.parametrize("word", ["acne", "eczema", "scabies", "psoriasis", "BHA", "q10", "a", "", "2"])
    def test_a_word_is_one_of_its_forms(self, word):
        assert word in forms_of(word)

    @pytest.mark.parametrize("word", ["q10", "b5", "c", "kp", "co2", "ph", "n°5", ""])
    def test_what_is_no_word_has_no_other_number(self, word):
        assert forms_of(word) == {word}


class PhrasesOfTests:
    def test_the_last_word_alone_changes(self):
        assert {"cold sore", "cold sores"} <= phrases_of("cold sore")
        assert {"cold sore", "cold sores"} <= phrases_of("cold sores")
        assert not any(phrase.startswith("colds") for phrase in phrases_of("cold sore"))

    def test_a_phrase_of_one_word(self):
        assert {"wart", "warts"} <= phrases_of("wart")

    def test_a_last_word_that_is_no_word_changes_nothing(self):
        assert phrases_of("vitamin c") == {"vitamin c"}
