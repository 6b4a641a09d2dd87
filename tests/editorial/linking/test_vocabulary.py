"""Finding names in a text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.linking.names import Kind, Name
from editorial.linking.vocabulary import Mention, Vocabulary

FILLERS = ["x", " ", "-", ",", "\u00a0", "\u2029", "'s", "\u0301", "ACNE", "calm cream"]
TEXTS = st.lists(st.sampled_from(["acne", "Acne scars", "scars", "milk spots", "BHA", "Calm Cream", *FILLERS]))


def name(words: str, key: int = 1, kind: Kind = Kind.CONDITION) -> Name:
    """A name of a page."""
    return Name(words, key, kind, words)


def found(text: str, *names: Name, confirmed=()) -> list[str]:
    """The words that are mentions of a page."""
    mentions = Vocabulary(names, confirmed).mentions(text)
    return [text[one.start : one.end] for one in mentions if one.name and not one.is_everyday]


def meant(text: str, *names: Name, confirmed=()) -> list[int]:
    """The keys of the pages mentioned."""
    return [one.name.page_id for one in Vocabulary(names, confirmed).mentions(text) if one.name]


class WholeWordTests:
    @pytest.mark.parametrize(
        "text",
        ["acne-prone", "pre-acne", "acne_x", "acne2", "acnelike", "pre‑acne", "acne‐prone", "non-acne-prone", "éacne"],
    )
    def test_what_a_letter_digit_hyphen_or_underscore_touches_is_no_mention(self, text):
        assert found(text, name("Acne")) == []

    @pytest.mark.parametrize("text", ["pre\u00adacne", "acne\u00adprone", "re\u0301acne"])
    def test_nor_is_part_of_a_word_with_a_soft_hyphen_or_a_mark_of_its_own(self, text):
        assert found(text, name("Acne")) == []

    @pytest.mark.parametrize(
        "text", ["(acne)", "“acne”", "'acne'", "acne.", "acne,", "acne/rosacea", "acne—so", "acne…"]
    )
    def test_punctuation_quotation_marks_and_brackets_may_touch(self, text):
        assert found(text, name("Acne")) == ["acne"]

    @pytest.mark.parametrize(
        "text",
        [
            "https://example.org/acne/",
            "www.acne.org",
            "acne.org",
            "acne.co.uk/help",
            "acne@example.org",
            "me@acne.example.org",
            "mailto:acne@example.org",
            "example.org/acne",
        ],
    )
    def test_an_address_holds_no_mention(self, text):
        assert found(f"See {text} for more.", name("Acne")) == []

    @pytest.mark.parametrize(
        "text", ["No more acne.", "It is acne. That is all.", "Was it acne?It was.", "acne e.g. here"]
    )
    def test_a_sentence_that_ends_is_no_address(self, text):
        assert found(text, name("Acne")) == ["acne"]


class FormTests:
    @pytest.mark.parametrize("kind", [Kind.CONDITION, Kind.INGREDIENT, Kind.TOPIC])
    @pytest.mark.parametrize(
        ("words", "text"),
        [
            ("Milk cyst", "milk cysts"),
            ("Milk cysts", "milk cyst"),
            ("Papular body", "papular bodies"),
            ("Milium", "milia"),
        ],
    )
    def test_the_last_word_may_be_in_either_number(self, kind, words, text):
        assert found(f"These {text} heal.", name(words, kind=kind)) == [text]

    def test_no_other_word_may(self):
        assert found("These milks cyst.", name("Milk cyst")) == []

    @pytest.mark.parametrize("kind", [Kind.PRODUCT, Kind.PERSON])
    def test_products_and_people_have_no_plural(self, kind):
        assert found("Two Calm Creams, three Calm Cream", name("Calm Cream", kind=kind)) == ["Calm Cream"]
        assert found("One Calm Cream", name("Calm Creams", kind=kind)) == []

    @pytest.mark.parametrize("ending", ["'s", "’s", "’", "'"])
    def test_a_possessive_ending_stays_outside(self, ending):
        assert found(f"Here acne{ending} course is told.", name("Acne")) == ["acne"]
        assert found(f"Here Ana Ruiz{ending} course is told.", name("Ana Ruiz", kind=Kind.PERSON)) == ["Ana Ruiz"]

    def test_names_in_capitals_have_a_plural(self):
        assert found("Of BHAs and a BHA", name("BHA")) == ["BHAs", "BHA"]


class LetterTests:
    @pytest.mark.parametrize("kind", [Kind.CONDITION, Kind.INGREDIENT, Kind.TOPIC])
    def test_case_makes_no_difference_to_these(self, kind):
        text = "Milk cysts, milk cysts, MILK CYSTS, Milk Cysts"
        assert found(text, name("Milk cysts", kind=kind)) == text.split(", ")

    @pytest.mark.parametrize("kind", [Kind.PRODUCT, Kind.PERSON])
    def test_products_and_people_need_their_capitals(self, kind):
        assert found("calm cream, Calm cream, calm Cream, Calm Cream", name("Calm Cream", kind=kind)) == ["Calm Cream"]

    def test_small_letters_in_the_name_of_a_product_are_no_capitals_that_are_needed(self):
        assert found("Cream for hands", name("Cream for hands", kind=Kind.PRODUCT)) == ["Cream for hands"]

    @pytest.mark.parametrize("words", ["BHA", "KP", "Kp", "kp", "Q", "AHA 2"])
    def test_names_in_capitals_or_of_two_letters_count_in_capitals_alone(self, words):
        assert found(f"so {words.upper()} is", name(words)) == [words.upper()]
        assert found(f"so {words.lower()} is, so {words.capitalize()} is", name(words)) == (
            ["Q"] if words == "Q" else []
        )

    @pytest.mark.parametrize(
        ("words", "text"),
        [
            ("Crème brûlée skin", "creme brulee skin"),
            ("Creme skin", "crème skin"),
            ("Creme skin", "cre\u0300me skin"),
            ("Gardener's balm", "gardener’s balm"),
            ("Gardener’s balm", "gardener's balm"),
            ("Tea tree oil", "tea-tree oil"),
            ("Tea-tree oil", "tea tree oil"),
            ("Tea tree oil", "tea‑tree\u00a0oil"),
            ("Tea tree oil", "tea  tree   oil"),
        ],
    )
    def test_accents_apostrophes_hyphens_and_spaces_make_no_difference(self, words, text):
        assert found(f"So, {text}!", name(words)) == [text]

    def test_words_written_together_are_others(self):
        assert found("teatree oil, tea tree-oil", name("Tea tree oil")) == ["tea tree-oil"]
        assert found("tea – tree oil, tea, tree oil", name("Tea tree oil")) == []

    def test_the_end_of_a_paragraph_is_no_space(self):
        assert found("tea\u2029tree oil", name("Tea tree oil")) == []

    @pytest.mark.parametrize("words", ["", " ", "\u00ad", "-", "–", "…", "?"])
    def test_a_name_without_letters_is_found_nowhere(self, words):
        assert found("So it is - or is it? – It is …", name(words)) == []


class LongestMatchTests:
    def test_the_longest_of_those_that_overlap_counts(self):
        names = name("Acne", 1), name("Acne scars", 2), name("Scars of the back", 3)
        assert meant("Acne scars and acne", *names) == [2, 1]
        assert meant("Acne scars of the back", *names) == [1, 3]

    def test_of_equally_long_ones_the_first(self):
        assert found("cold sore cold", name("Cold sore", 1), name("Sore cold", 2)) == ["cold sore"]

    def test_a_longer_name_that_does_not_count_leaves_the_shorter_one(self):
        assert found(
            "salicylic acid cleanser", name("Salicylic Acid Cleanser", 1, Kind.PRODUCT), name("Salicylic acid")
        ) == ["salicylic acid"]
        assert found("milk spots-like milk", name("Milk spots"), name("Milk protein", 2)) == []

    def test_a_name_of_two_pages_belongs_to_the_first_kind(self):
        names = [name("Calm Balm", kind.value, kind) for kind in reversed(Kind)]
        assert meant("Calm Balm", *names) == [1]
        assert meant("Calm Balm", *names[:-1]) == [2]
        assert meant("calm balm", name("Calm Balm", 3, Kind.PRODUCT), name("Calm Balm", 5, Kind.TOPIC)) == [5]

    def test_within_one_kind_to_nobody(self):
        assert meant("Milk spots", name("Milk spots", 1), name("Milk spot", 2)) == []
        assert found("Calm Balm", name("Calm Balm", 1, Kind.TOPIC), name("Calm Balm", 2, Kind.TOPIC)) == []

    def test_shared_words_still_cover_what_is_shorter(self):
        assert meant("Acne scars", name("Acne scars", 1), name("Acne scar", 2), name("Acne", 3)) == []

    def test_one_page_may_bear_a_name_twice(self):
        assert meant("milk spot", name("Milk spots", 1), name("milk spot", 1)) == [1]


class EverydayTests:
    def test_everyday_words_are_marked(self):
        (mention,) = Vocabulary([name("Spots")]).mentions("Two spots.")
        assert (mention.name.words, mention.is_everyday) == ("Spots", True)

    def test_confirmed_ones_are_mentions_like_any_other(self):
        assert found("Two spots.", name("Spots")) == []
        assert found("Two spots.", name("Spots"), confirmed=[(1, "spots")]) == ["spots"]

    def test_they_are_confirmed_for_one_page_and_these_words_alone(self):
        names = name("Spots", 1), name("Bumps", 1)
        assert found("Spots and bumps", *names, confirmed=[(1, "Spots"), (2, "Bumps")]) == ["Spots"]

    def test_the_page_it_is_confirmed_for_goes_before_one_of_an_earlier_kind(self):
        names = name("Balm", 1), name("Balm", 2, Kind.TOPIC)
        assert meant("balm", *names) == [1]
        assert meant("balm", *names, confirmed=[(2, "Balm")]) == [2]
        assert meant("balm", *names, confirmed=[(2, "Balm"), (1, "Balm")]) == [1]


class VocabularyTests:
    def test_without_names_nothing_is_found(self):
        assert Vocabulary([]).mentions("acne") == []
        assert Vocabulary([name("Acne")]).mentions("") == []

    @given(TEXTS.map("".join))
    @settings(max_examples=100, deadline=None)
    def test_mentions_never_overlap_and_are_whole_words_in_order(self, text):
        vocabulary = Vocabulary(
            [
                *(name(words, key) for key, words in enumerate(["Acne", "Acne scars", "Scars", "Milk spots", "BHA"])),
                name("Calm Cream", 6, Kind.PRODUCT),
            ]
        )
        last = 0
        for mention in vocabulary.mentions(text):
            assert isinstance(mention, Mention)
            assert last <= mention.start < mention.end <= len(text)
            last = mention.end
            around = unicodedata.normalize(
                "NFC", text[max(mention.start - 1, 0) : mention.start] + text[mention.end :][:1]
            )
            assert not any(letter.isalnum() or letter in "-_" for letter in around)

    # Reading that goes back and forth over such a text would take minutes, which is when the limit ends the test.
    @pytest.mark.timeout(60)
    @pytest.mark.parametrize(
        ("text", "mentions"),
        [("a" * 20_000, 0), ("a-" * 10_000, 0), ("a." * 10_000, 0), ("a@" * 10_000, 0), ("acne " * 4_000, 4_000)],
    )
    def test_a_long_text_of_one_word_is_read_to_its_end(self, text, mentions):
        assert len(Vocabulary([name("Acne")]).mentions(text)) == mentions
