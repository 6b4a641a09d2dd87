"""Words everybody uses."""

import pytest

from editorial.linking.everyday import everyday_words, is_common, is_everyday
from editorial.linking.names import Kind, Name


def name(words: str, kind: Kind = Kind.CONDITION) -> Name:
    """A name of some page."""
    return Name(words, 1, kind, "A page")


class EverydayWordsTests:
    def test_comments_are_no_words(self):
        assert {"sun", "balm", "skin"} <= everyday_words()
        assert not {"#", "smallest", "complaints"} & everyday_words()

    def test_words_are_written_as_they_are_compared(self):
        assert all(word.isascii() and word == word.lower() for word in everyday_words())

    @pytest.mark.parametrize("word", ["acne", "eczema", "milia", "rosacea", "urea", "niacinamide", "retinoid"])
    def test_words_of_the_field_are_not_among_them(self, word):
        assert not is_common(word)


class IsCommonTests:
    @pytest.mark.parametrize("word", ["spot", "spots", "balm", "balms", "sun", "body", "bodies", "rashes"])
    def test_either_number_counts(self, word):
        assert is_common(word)


class IsEverydayTests:
    @pytest.mark.parametrize("words", ["Spots", "sun", "BALM", " Balm "])
    @pytest.mark.parametrize("kind", list(Kind))
    def test_one_common_word_is(self, words, kind):
        assert is_everyday(name(words, kind))

    @pytest.mark.parametrize("words", ["Acne", "Milia", "BHA", "Sun spots", "Dry skin", "Hand Balm"])
    def test_an_uncommon_word_or_several_words_are_not(self, words):
        assert not is_everyday(name(words))

    @pytest.mark.parametrize("words", ["Daily care", "Reading labels", "Sun"])
    def test_a_topic_of_common_words_alone_is(self, words):
        assert is_everyday(name(words, Kind.TOPIC))

    @pytest.mark.parametrize("words", ["Daily eczema care", "Retinoids", "Acne at work"])
    def test_a_topic_with_one_uncommon_word_is_not(self, words):
        assert not is_everyday(name(words, Kind.TOPIC))
