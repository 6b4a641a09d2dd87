"""Nothing but the link changes."""

import re
from copy import deepcopy
from html import unescape

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from conditions.models import ConditionPage
from editorial.linking.inserting import Insertion, PassageChangedError, insert, state_of, text_at
from editorial.linking.names import Kind, Name
from editorial.linking.passages import parts_of, with_passage
from editorial.linking.suggestions import suggestions_for
from editorial.linking.vocabulary import Vocabulary
from people.models import PersonPage
from tests.editorial.linking.made_up import BODIES, TEXTS
from topics.models import TopicPage

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db

#: The texts below hold no other “>”, but a lone “<”.
TAG = re.compile(r"<[^<>]*>")
BOUNDED = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))

VOCABULARY = Vocabulary(
    [
        Name("Acne", 1, Kind.CONDITION, "Acne"),
        Name("Acne scars", 2, Kind.CONDITION, "Acne scars"),
        Name("Salicylic acid", 3, Kind.INGREDIENT, "Salicylic acid"),
        Name("R&D", 4, Kind.INGREDIENT, "R&D"),
        Name("Gardener's Balm", 5, Kind.PRODUCT, "Gardener's Balm"),
        Name("Crème skin", 6, Kind.TOPIC, "Crème skin"),
    ]
)


def page_of(body: list[dict]) -> ConditionPage:
    """A page in memory with these blocks as they are stored."""
    return ConditionPage(body=ConditionPage._meta.get_field("body").stream_block.to_python(deepcopy(body)))


def passages(page) -> dict[tuple[str, ...], str]:
    """The texts of a page by their places."""
    return {passage.place: passage.html for part in parts_of(page) for passage in part.passages}


def words_of(html: str) -> str:
    """A text as a browser reads it."""
    return unescape(TAG.sub("", html))


def assert_only_the_link_is_new(before: str, after: str, page_id: int, words: str) -> None:
    """One text is the other with a link around some words."""
    opening = f'<a linktype="page" id="{page_id}">'
    taken_out = []
    for at in (match.end() for match in re.finditer(re.escape(opening), after)):
        inner, _, rest = after[at:].partition("</a>")
        taken_out.append((after[: at - len(opening)] + inner + rest, words_of(inner)))
    assert (before, words) in taken_out
    assert words_of(after) == words_of(before)


def assert_each_can_be_accepted(made) -> None:
    """Accept each suggestion of a page in a fresh one."""
    found = suggestions_for(made(), VOCABULARY)
    assume(found)
    before = passages(made())
    for one in found:
        changed = insert(made(), one.insertion)
        after = passages(changed)
        assert {place for place in before | after if before.get(place) != after.get(place)} == {one.place}
        assert_only_the_link_is_new(before[one.place], after[one.place], one.name.page_id, one.words)


class EverySuggestionTests:
    @given(BODIES)
    @BOUNDED
    def test_accepting_it_changes_nothing_but_the_link(self, body):
        assert_each_can_be_accepted(lambda: page_of(body))

    @given(TEXTS)
    @BOUNDED
    def test_nor_on_a_page_without_blocks(self, text):
        assert_each_can_be_accepted(lambda: TopicPage(introduction=text))
        assert_each_can_be_accepted(lambda: PersonPage(biography=text))

    @given(BODIES)
    @BOUNDED
    def test_what_is_stored_beside_the_passage_stays_byte_for_byte(self, body):
        found = suggestions_for(page_of(body), VOCABULARY)
        assume(found)
        offered = found[-1].insertion
        changed = insert(page_of(body), offered)
        assert list(changed.body.raw_data) != body
        undone = with_passage(changed, offered.place, text_at(page_of(body), offered.place))
        assert list(undone.body.raw_data) == body

    @given(BODIES)
    @settings(BOUNDED, max_examples=50)
    def test_all_at_once_are_the_same_as_one_after_the_other(self, body):
        found = suggestions_for(page_of(body), VOCABULARY)
        assume(len(found) > 1)
        one_by_one = page_of(body)
        while left := suggestions_for(one_by_one, VOCABULARY):
            one_by_one = insert(one_by_one, left[0].insertion)
        together = insert(page_of(body), *(one.insertion for one in found))
        assert passages(together) == passages(one_by_one)
        before = passages(page_of(body))
        assert {place: words_of(html) for place, html in passages(together).items()} == {
            place: words_of(html) for place, html in before.items()
        }

    @given(TEXTS, st.integers(0, 80), st.integers(1, 30))
    @BOUNDED
    def test_letters_that_nobody_offered_are_linked_whole_or_not_at_all(self, text, start, length):
        page = TopicPage(introduction=text)
        insertion = Insertion(("introduction",), start, start + length, 9, state_of(text))
        try:
            after = insert(page, insertion).introduction
        except PassageChangedError:
            assert page.introduction == text
        else:
            _, _, linked = after.partition('<a linktype="page" id="9">')
            assert_only_the_link_is_new(text, after, 9, words_of(linked.partition("</a>")[0]))


class PassageChangedTests:
    BODY = [
        {"type": "text", "id": "t1", "value": "<p>Acne is common.</p>"},
        {
            "type": "faq",
            "id": "f1",
            "value": {"items": [{"type": "item", "id": "i1", "value": {"answer": "<p>R&D</p>"}}]},
        },
    ]

    def offered(self) -> Insertion:
        """The first suggestion."""
        return suggestions_for(page_of(self.BODY), VOCABULARY)[0].insertion

    @pytest.mark.parametrize(
        "html", ["<p>Acne is common!</p>", "<p>Acne  is common.</p>", "<p>Acne <b>is</b> common.</p>", ""]
    )
    def test_a_passage_changed_since_is_left_as_it_is(self, html):
        body = [self.BODY[0] | {"value": html}, self.BODY[1]]
        page = page_of(body)
        with pytest.raises(PassageChangedError):
            insert(page, self.offered())
        assert list(page.body.raw_data) == body

    def test_so_is_a_page_whose_block_is_gone(self):
        page = page_of(self.BODY[1:])
        with pytest.raises(PassageChangedError):
            insert(page, self.offered())
        assert list(page.body.raw_data) == self.BODY[1:]

    @pytest.mark.parametrize(
        "place", [(), ("",), ("title",), ("nowhere", "t1"), ("body",), ("body", "t1", "x"), ("body", "f1")]
    )
    def test_so_is_one_without_such_a_place(self, place):
        page, offered = page_of(self.BODY), self.offered()
        with pytest.raises(PassageChangedError):
            insert(page, Insertion(place, offered.start, offered.end, 1, offered.state))
        assert list(page.body.raw_data) == self.BODY

    @pytest.mark.parametrize(
        ("start", "end"), [(0, 5), (1, 400), (300, 400), (0, 1), (12, 17), (3, 3), (5, 2), (-3, 4)]
    )
    def test_letters_between_which_no_link_can_stand_are_refused(self, start, end):
        page, state = page_of(self.BODY), self.offered().state
        with pytest.raises(PassageChangedError):
            insert(page, Insertion(("body", "t1"), start, end, 1, state))
        assert list(page.body.raw_data) == self.BODY

    def test_the_same_one_twice_is_refused(self):
        page, offered = page_of(self.BODY), self.offered()
        with pytest.raises(PassageChangedError):
            insert(page, offered, offered)
        with pytest.raises(PassageChangedError):
            insert(insert(page, offered), offered)

    def test_of_several_none_is_set_when_one_is_refused(self):
        body = [self.BODY[0], *deepcopy(self.BODY[1:])]
        body[1]["value"]["items"][0]["value"]["answer"] = "<p>Another.</p>"
        first, second = (one.insertion for one in suggestions_for(page_of(self.BODY), VOCABULARY))
        page = page_of(body)
        with pytest.raises(PassageChangedError):
            insert(page, first, second)
        assert list(page.body.raw_data) == body

    def test_a_block_that_moved_still_gets_it(self):
        new = {"type": "text", "id": "t0", "value": "<p>Acne is common.</p>"}
        page = insert(page_of([new, *reversed(self.BODY)]), self.offered())
        assert passages(page)["body", "t1"] == '<p><a linktype="page" id="1">Acne</a> is common.</p>'
        assert passages(page)["body", "t0"] == "<p>Acne is common.</p>"

    def test_an_item_that_moved_in_its_list_still_gets_it(self):
        offered = suggestions_for(page_of(self.BODY), VOCABULARY)[1].insertion
        body = deepcopy(self.BODY)
        body[1]["value"]["items"].insert(0, {"type": "item", "id": "i0", "value": {"answer": "<p>R&D</p>"}})
        page = insert(page_of(body), offered)
        assert passages(page)["body", "f1", "items", "i1", "answer"] == '<p><a linktype="page" id="4">R&D</a></p>'
        assert passages(page)["body", "f1", "items", "i0", "answer"] == "<p>R&D</p>"

    def test_changes_elsewhere_do_not_matter(self):
        page = insert(
            page_of([self.BODY[0], {"type": "quote", "id": "q1", "value": {"quote": "New."}}]), self.offered()
        )
        assert passages(page)["body", "t1"].count("<a ") == 1


class StoredTests:
    def test_an_insertion_is_stored_as_plain_values(self):
        offered = Insertion(("body", "t1"), 1, 5, 7, "abc")
        assert offered.stored == {"place": ("body", "t1"), "start": 1, "end": 5, "page_id": 7, "state": "abc"}


class TextAtTests:
    def test_the_text_at_a_place_and_nothing_where_there_is_none(self):
        page = page_of(PassageChangedTests.BODY)
        assert text_at(page, ("body", "f1", "items", "i1", "answer")) == "<p>R&D</p>"
        assert text_at(page, ("body", "f1", "items", "i2", "answer")) is None

    def test_the_state_changes_with_every_letter(self):
        assert state_of("<p>acne</p>") == state_of("<p>acne</p>") != state_of("<p>Acne</p>")
