"""Where a page names another without leading there."""

from copy import deepcopy

import pytest

from conditions.models import ConditionPage
from editorial.linking.markup import BREAK
from editorial.linking.names import Kind, Name
from editorial.linking.suggestions import place_key, sentence_around, suggestions_for
from editorial.linking.vocabulary import Vocabulary
from people.models import PersonPage
from topics.models import TopicPage

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db

ACNE, ACID, CREAM, ANA, SPOTS, CARE = 1, 2, 3, 4, 5, 6
NAMES = [
    Name("Acne", ACNE, Kind.CONDITION, "Acne"),
    Name("Acne vulgaris", ACNE, Kind.CONDITION, "Acne"),
    Name("Salicylic acid", ACID, Kind.INGREDIENT, "Salicylic acid"),
    Name("BHA", ACID, Kind.INGREDIENT, "Salicylic acid"),
    Name("Calm Cream", CREAM, Kind.PRODUCT, "Calm Cream"),
    Name("Ana Ruiz", ANA, Kind.PERSON, "Ana Ruiz"),
    Name("Milia", SPOTS, Kind.CONDITION, "Milia"),
    Name("Spots", SPOTS, Kind.CONDITION, "Milia"),
    Name("Daily care", CARE, Kind.TOPIC, "Daily care"),
]
VOCABULARY = Vocabulary(NAMES)
NOTES = [("triggers", "note"), ("diagnosis", "note"), ("ingredients", "introduction"), ("medications", "introduction")]
LINK = f'<a id="{ACNE}" linktype="page">there</a>'


def text(html: str, key: str = "t1") -> dict:
    """Ordinary prose as it is stored."""
    return {"type": "text", "id": key, "value": html}


def block(name: str, key: str = "b1", **value) -> dict:
    """Another block as it is stored."""
    return {"type": name, "id": key, "value": value}


def faq(*answers: str) -> dict:
    """Questions with these answers."""
    return block("faq", items=[{"question": "Is acne forever?", "answer": answer} for answer in answers])


def page_of(*blocks: dict, pk: int | None = None) -> ConditionPage:
    """A page in memory with these blocks."""
    stream = ConditionPage._meta.get_field("body").stream_block
    return ConditionPage(pk=pk, body=stream.to_python(deepcopy(list(blocks))))


def offered(*blocks: dict, pk: int | None = None, not_here=()) -> list[tuple[str, str]]:
    """The words that are offered in a page of these blocks, with the block or field they stand in."""
    found = suggestions_for(page_of(*blocks, pk=pk), VOCABULARY, not_here)
    return [(one.words, one.place[1]) for one in found if not one.is_everyday]


def words(*blocks: dict, **further) -> list[str]:
    """The words that are offered in a page of these blocks."""
    return [one for one, _ in offered(*blocks, **further)]


class FirstMentionTests:
    def test_a_page_is_offered_where_a_section_first_mentions_it(self):
        assert offered(text("<p>acne, Acne and ACNE</p>"), text("<p>Acne</p>", "t2")) == [("acne", "t1")]

    def test_whatever_it_is_called_there(self):
        assert words(text("<p>A BHA is salicylic acid.</p><p>Acne vulgaris is acne.</p>")) == ["BHA", "Acne vulgaris"]

    @pytest.mark.parametrize("level", ["h2", "h3"])
    def test_each_heading_in_a_text_begins_a_section(self, level):
        html = f"<p>acne, acne</p><{level}>So</{level}><p>Acne, acne</p><{level}>Yes</{level}><p>ACNE</p>"
        assert words(text(html)) == ["acne", "Acne", "ACNE"]

    def test_a_section_goes_on_in_the_next_text(self):
        blocks = text("<h2>So</h2><p>acne</p>"), text("<p>Acne</p><h2>Yes</h2><p>ACNE</p>", "t2")
        assert offered(*blocks) == [("acne", "t1"), ("ACNE", "t2")]

    @pytest.mark.parametrize(("name", "box"), NOTES)
    def test_a_block_with_a_heading_is_a_section_of_its_own(self, name, box):
        first, second = text("<p>acne</p>"), text("<p>ACNE</p>", "t2")
        assert offered(first, block(name, **{box: "<p>Acne</p>"}), second) == [("acne", "t1"), ("Acne", "b1")]

    def test_one_without_stands_in_the_section_above(self):
        note = block("callout", text="<p>Acne and milia</p>")
        assert offered(text("<p>acne</p>"), note) == [("acne", "t1"), ("milia", "b1")]

    def test_a_card_that_says_when_to_get_help_ends_a_section(self):
        assert words(text("<p>acne</p>"), block("seek_help", advice=""), text("<p>Acne</p>", "t2")) == ["acne", "Acne"]

    def test_the_items_of_one_block_are_one_section(self):
        assert words(faq("<p>acne</p>", "<p>Acne and milia</p>")) == ["acne", "milia"]

    def test_a_mention_where_no_link_can_stand_does_not_count_as_the_first(self):
        html = "<h2>Acne</h2><blockquote>acne</blockquote><p>So <b>salicylic</b> acid, acne, salicylic acid</p>"
        assert words(text(html)) == ["acne", "salicylic acid"]


class LinkedAlreadyTests:
    def test_a_section_that_links_to_a_page_is_offered_none_to_it(self):
        assert words(text(f"<p>Acne, {LINK}.</p>")) == words(text(f"<p>{LINK}: acne.</p>")) == []

    def test_nor_in_another_text_of_the_section(self):
        assert words(text("<p>acne, milia</p>"), text(f"<p>{LINK}</p>", "t2")) == ["milia"]
        assert words(text(f"<p>{LINK}</p>"), block("callout", text="<p>acne</p>")) == []

    def test_a_link_in_another_section_makes_no_difference(self):
        html = f"<p>acne</p><h2>So</h2><p>{LINK} Acne</p><h2>Yes</h2><p>ACNE</p>"
        assert words(text(html)) == ["acne", "ACNE"]
        assert words(text("<p>acne</p>"), faq(f"<p>{LINK} Acne</p>"), text("<h2>So</h2><p>ACNE</p>")) == [
            "acne",
            "ACNE",
        ]

    def test_a_link_in_a_heading_belongs_to_the_section_it_heads(self):
        assert words(text(f"<p>acne</p><h2>{LINK}</h2><p>Acne</p>")) == ["acne"]

    def test_a_link_to_a_source_of_the_same_key_is_none_to_the_page(self):
        assert words(text(f'<p><a id="{ACNE}" linktype="source">Shown</a>: acne</p>')) == ["acne"]

    def test_a_page_chosen_in_a_block_is_linked_in_its_section(self):
        items = [{"type": "item", "id": "i1", "value": {"ingredient": ACID}}]
        chosen = block("ingredients", introduction="<p>Salicylic acid, acne</p>", items=items)
        assert offered(text("<p>salicylic acid</p>"), chosen) == [("salicylic acid", "t1"), ("acne", "b1")]
        causes = [{"name": "x", "mechanism": "<p>milia</p>"}, {"name": "y", "condition": SPOTS}]
        assert words(block("causes", items=causes), text("<h2>So</h2><p>Milia</p>")) == ["Milia"]

    def test_a_product_card_belongs_to_the_section_it_stands_in(self):
        card = block("product", product=CREAM)
        assert words(text("<p>Calm Cream</p>"), card) == words(card, text("<p>Calm Cream</p>")) == []
        assert words(card, text("<h2>So</h2><p>Calm Cream</p>")) == ["Calm Cream"]

    def test_what_is_chosen_and_is_no_page_is_no_link(self):
        assert words(text("<p>acne</p>"), block("image", image=ACNE)) == ["acne"]


class ForbiddenPlaceTests:
    def test_a_page_never_names_itself(self):
        assert words(text("<p>acne, milia</p>"), pk=ACNE) == ["milia"]

    @pytest.mark.parametrize(
        "tag", ["h2", "h3", "blockquote", 'a href="https://example.org"', 'a linktype="source" id="9"']
    )
    def test_nothing_in_headings_quotations_links_and_citations(self, tag):
        assert words(text(f"<{tag}>acne <b>milia</b></{tag.split()[0]}><p>BHA</p>")) == ["BHA"]

    def test_nothing_in_quotation_blocks_and_cards_that_say_when_to_get_help(self):
        quote = block("quote", quote="Acne", speaker="Ana Ruiz")
        assert words(quote, block("seek_help", advice="<p>Acne, milia, BHA, Ana Ruiz</p>", who="Ana Ruiz")) == []

    def test_nothing_in_boxes_of_plain_text(self):
        summary = block("summary", title="Acne", points="Acne\nMilia")
        steps = block("how_to", title="BHA", steps="Use a BHA", caution="Acne")
        assert words(summary, steps, block("signs", on_light="Acne"), faq("")) == []

    @pytest.mark.parametrize(("name", "box"), NOTES)
    def test_no_product_inside_a_clinical_block(self, name, box):
        assert words(block(name, **{box: "<p>Calm Cream, acne</p>"})) == ["acne"]
        assert words(block("causes", items=[{"mechanism": "<p>Calm Cream, acne</p>"}])) == ["acne"]

    def test_products_elsewhere(self):
        html = "<p>Calm Cream, acne</p>"
        assert words(text(html)) == words(faq(html)) == words(block("callout", text=html)) == ["Calm Cream", "acne"]

    @pytest.mark.parametrize(
        "html",
        [
            "<p>salicylic</p><p>acid</p>",
            "<p>salicylic<br/>acid</p>",
            "<ul><li>salicylic</li><li>acid</li></ul>",
            "<p>salicylic <b>acid</b></p>",
            "<p><b>salicylic</b> acid</p>",
            "<p><b>so salicylic</b> <i>acid</i></p>",
            '<p><a href="https://example.org">salicylic</a> acid</p>',
        ],
    )
    def test_never_across_paragraphs_and_half_open_tags(self, html):
        assert words(text(html)) == []

    def test_across_tags_that_are_closed(self):
        assert words(text("<p><b>salicylic acid</b>, <i>So <b>Acne</b></i></p>")) == ["salicylic acid", "Acne"]


class RichTextFieldTests:
    def test_pages_without_blocks_are_read_too(self):
        topic = TopicPage(introduction="<p>Acne, acne and Calm Cream</p>")
        assert [(one.words, one.place) for one in suggestions_for(topic, VOCABULARY)] == [
            ("Acne", ("introduction",)),
            ("Calm Cream", ("introduction",)),
        ]
        person = PersonPage(pk=ANA, biography="<p>Ana Ruiz treats acne.</p>")
        assert [one.words for one in suggestions_for(person, VOCABULARY)] == ["acne"]

    def test_a_page_without_any_text(self):
        assert suggestions_for(page_of(), VOCABULARY) == suggestions_for(PersonPage(), VOCABULARY) == []

    def test_a_site_without_names(self):
        assert suggestions_for(page_of(text("<p>acne</p>")), Vocabulary([])) == []


class EverydayTests:
    def test_everyday_words_are_asked_about_once_a_page(self):
        found = suggestions_for(page_of(text("<p>Spots</p><h2>So</h2><p>spots, daily care</p>")), VOCABULARY)
        assert [(one.words, one.is_everyday) for one in found] == [("Spots", True), ("daily care", True)]

    def test_they_leave_other_names_of_the_page_to_be_offered(self):
        found = suggestions_for(page_of(text("<p>Spots are milia.</p>")), VOCABULARY)
        assert [(one.words, one.is_everyday) for one in found] == [("Spots", True), ("milia", False)]

    def test_they_are_not_asked_about_where_the_section_leads_there(self):
        linked = f'<a id="{SPOTS}" linktype="page">there</a>'
        assert suggestions_for(page_of(text(f"<p>Spots, {linked}</p>")), VOCABULARY) == []

    def test_confirmed_ones_are_offered(self):
        vocabulary = Vocabulary(NAMES, [(SPOTS, "Spots")])
        found = suggestions_for(page_of(text("<p>Spots, milia</p><h2>So</h2><p>spots</p>")), vocabulary)
        assert [(one.words, one.is_everyday) for one in found] == [("Spots", False), ("spots", False)]


class NotHereTests:
    def test_what_was_refused_is_not_offered_in_that_passage_again(self):
        blocks = text("<p>acne, Acne, milia</p>"), text("<h2>So</h2><p>ACNE</p>", "t2")
        assert words(*blocks, not_here=[(ACNE, "body/t1")]) == ["milia", "ACNE"]

    def test_another_passage_of_the_section_gets_it_instead(self):
        blocks = text("<p>acne</p>"), text("<p>Acne</p>", "t2")
        assert offered(*blocks, not_here=[(ACNE, "body/t1")]) == [("Acne", "t2")]

    def test_it_is_remembered_when_the_words_change_and_the_block_moves(self):
        refused = [(ACNE, "body/t1")]
        assert words(text("<h2>So</h2>", "t2"), text("<p>Quite new: acne vulgaris</p>"), not_here=refused) == []

    def test_everyday_words_are_not_asked_about_there_either(self):
        page = page_of(text("<p>Spots</p>"))
        (asked,) = suggestions_for(page, VOCABULARY)
        assert suggestions_for(page, VOCABULARY, [(SPOTS, asked.place_key)]) == []

    def test_a_place_inside_a_list_is_one_of_its_own(self):
        page = page_of(faq("<p>acne</p>", "<p>Acne</p>"))
        (first,) = suggestions_for(page, VOCABULARY)
        assert first.place_key == place_key(first.place) == "body/b1/items/0/answer"
        (second,) = suggestions_for(page, VOCABULARY, [(ACNE, first.place_key)])
        assert second.words == "Acne"


class SuggestionTests:
    def test_it_says_which_words_in_which_sentence(self):
        html = "<p>One. Two with <b>mild</b> acne &amp; more! Three.</p>"
        (found,) = suggestions_for(page_of(text(html)), VOCABULARY)
        assert (found.before, found.words, found.after) == ("Two with mild ", "acne", " & more!")

    @pytest.mark.parametrize(
        ("html", "reason"),
        [
            ("<p>ACNE</p>", "Names the condition “Acne”"),
            ("<p>BHA</p>", "“BHA” is another name of the ingredient “Salicylic acid”"),
            ("<p>Calm Cream</p>", "Names the product “Calm Cream”"),
            ("<p>Ana Ruiz</p>", "Names the person “Ana Ruiz”"),
            ("<p>Daily care</p>", "Names the topic “Daily care”"),
        ],
    )
    def test_it_says_why(self, html, reason):
        (found,) = suggestions_for(page_of(text(html)), VOCABULARY)
        assert found.reason == reason

    def test_they_come_in_reading_order(self):
        blocks = text("<p>milia, acne</p>"), faq("<p>BHA</p>", "<p>Acne</p>"), text("<p>Ana Ruiz</p>", "t2")
        assert words(*blocks) == ["milia", "acne", "BHA", "Acne", "Ana Ruiz"]

    def test_each_has_a_key_of_its_own_that_changes_with_the_words_around(self):
        first = suggestions_for(page_of(text("<p>milia, acne</p>"), faq("<p>acne</p>")), VOCABULARY)
        assert len({one.key for one in first}) == 3
        again = suggestions_for(page_of(text("<p>milia, acne</p>"), faq("<p>acne!</p>")), VOCABULARY)
        assert [one.key == other.key for one, other in zip(first, again, strict=True)] == [True, True, False]


class SentenceAroundTests:
    @pytest.mark.parametrize(
        ("words_around", "sentence"),
        [
            ("Here is acne", "Here is acne"),
            ("One. Here is acne. Two.", "Here is acne."),
            ("One! Here is acne? Two.", "Here is acne?"),
            ("He said “No.” Here is acne.” Two.", "Here is acne.”"),
            (f"One{BREAK}{BREAK}Here is acne{BREAK}Two", "Here is acne"),
            (f"One.{BREAK}Here is acne.{BREAK}{BREAK}Two", "Here is acne."),
            ("One… Here is acne at 0.5 % in www.example.org… Two", "Here is acne at 0.5 % in www.example.org…"),
        ],
    )
    def test_it_ends_where_a_sentence_or_its_paragraph_ends(self, words_around, sentence):
        start = words_around.index("acne")
        begin, finish = sentence_around(words_around, start, start + 4)
        assert words_around[begin:finish].lstrip() == sentence
