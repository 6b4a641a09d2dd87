"""The rich texts of a page, each with its place."""

from copy import deepcopy

import pytest

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.linking.passages import CLINICAL, parts_of, with_passage
from people.models import PersonPage
from topics.models import TopicPage

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db

BODY = [
    {"type": "text", "id": "t1", "value": "<p>First.</p>"},
    {"type": "quote", "id": "q1", "value": {"quote": "No markup here."}},
    {
        "type": "causes",
        "id": "c1",
        "value": {
            "title": "Causes",
            "items": [
                {"type": "item", "id": "i1", "value": {"name": "Sun", "mechanism": "<p>Heat.</p>", "medications": []}},
                {"type": "item", "id": "i2", "value": {"name": "Salt", "mechanism": "<p>Sweat.</p>"}},
            ],
        },
    },
    {"type": "faq", "id": "f1", "value": {"items": [{"question": "Why?", "answer": "<p>Nobody knows.</p>"}]}},
    {"type": "seek_help", "id": "s1", "value": {"advice": "<p>Go.</p>"}},
]


def page_of(*blocks: dict, page_type=ConditionPage):
    """A page in memory with these blocks as they are stored."""
    return page_type(body=page_type._meta.get_field("body").stream_block.to_python(deepcopy(list(blocks))))


def passages(page) -> dict[tuple[str, ...], str]:
    """The texts of a page by their places."""
    return {passage.place: passage.html for part in parts_of(page) for passage in part.passages if passage.html}


class PartsOfTests:
    def test_every_rich_text_has_its_place_in_reading_order(self):
        assert list(passages(page_of(*BODY)).items()) == [
            (("body", "t1"), "<p>First.</p>"),
            (("body", "c1", "items", "i1", "mechanism"), "<p>Heat.</p>"),
            (("body", "c1", "items", "i2", "mechanism"), "<p>Sweat.</p>"),
            (("body", "f1", "items", "0", "answer"), "<p>Nobody knows.</p>"),
            (("body", "s1", "advice"), "<p>Go.</p>"),
        ]

    def test_rich_text_fields_are_passages_too(self):
        assert passages(PersonPage(biography="<p>Ana writes.</p>")) == {("biography",): "<p>Ana writes.</p>"}
        assert passages(TopicPage(introduction="<p>Below the neck.</p>")) == {
            ("introduction",): "<p>Below the neck.</p>"
        }

    def test_reading_them_costs_no_query(self, django_assert_num_queries):
        body = [*BODY, {"type": "product", "id": "p1", "value": {"product": 7}}]
        page = page_of(*body)
        with django_assert_num_queries(0):
            assert len(passages(page)) == 5

    def test_what_has_a_heading_of_its_own_opens_a_section(self):
        body = [*BODY, *({"type": name, "id": name, "value": {}} for name in ("callout", "image", "product"))]
        opening = [part.kind for part in parts_of(page_of(*body)) if part.opens_section]
        assert opening == ["causes", "faq", "seek_help"]
        assert not any(part.opens_section for part in parts_of(PersonPage(biography="<p>Ana writes.</p>")))

    def test_what_was_stored_in_an_older_shape_does_no_harm(self):
        page = page_of(
            {"type": "gone", "value": "<p>Old.</p>"},
            {"type": "faq", "value": None},
            {"type": "callout", "value": {}},
            {"type": "text", "value": "<p>New.</p>"},
        )
        assert list(passages(page).values()) == ["<p>New.</p>"]


class PassageTests:
    def test_it_knows_its_block_and_whether_that_is_clinical(self):
        found = {
            passage.block: (passage.block_id, passage.is_clinical)
            for part in parts_of(page_of(*BODY))
            for passage in part.passages
        }
        assert found == {
            "text": ("t1", False),
            "causes": ("c1", True),
            "faq": ("f1", False),
            "seek_help": ("s1", True),
        }

    def test_a_field_is_no_block(self):
        (part,) = parts_of(PersonPage(biography="<p>Ana writes.</p>"))
        (passage,) = part.passages
        assert (passage.block, passage.block_id, passage.is_clinical) == ("", "", False)

    def test_every_clinical_block_exists(self):
        assert ConditionPage._meta.get_field("body").stream_block.child_blocks.keys() >= CLINICAL


class WithPassageTests:
    @pytest.mark.parametrize("number", range(5))
    def test_one_text_is_changed_and_all_else_stays(self, number):
        page = page_of(*BODY)
        before, stored = passages(page), deepcopy(list(page.body.raw_data))
        place = list(before)[number]
        changed = with_passage(page, place, "<p>New.</p>")
        assert passages(changed) == before | {place: "<p>New.</p>"}
        assert with_passage(changed, place, before[place]).body.get_prep_value() == stored

    def test_a_rich_text_field(self):
        page = with_passage(PersonPage(biography="<p>Ana writes.</p>"), ("biography",), "<p>Ana edits.</p>")
        assert page.biography == "<p>Ana edits.</p>"

    def test_what_a_page_held_before_is_not_changed_with_it(self):
        page = page_of(*BODY)
        before = page.body
        with_passage(page, ("body", "c1", "items", "i1", "mechanism"), "<p>New.</p>")
        assert list(before.raw_data) == BODY

    @pytest.mark.parametrize(
        "place",
        [
            ("body", "gone"),
            ("body", "c1", "items", "gone", "mechanism"),
            ("body", "c1", "items", "i1", "gone"),
            ("body", "f1", "items", "1", "answer"),
            ("body", "c1", "items"),
            ("body", "c1"),
        ],
    )
    def test_a_place_that_is_gone_is_an_error_and_changes_nothing(self, place):
        page = page_of(*BODY)
        with pytest.raises(KeyError):
            with_passage(page, place, "<p>New.</p>")
        assert list(page.body.raw_data) == BODY

    def test_a_block_that_moved_is_found_by_its_key(self):
        page = with_passage(page_of(*reversed(BODY)), ("body", "t1"), "<p>New.</p>")
        assert passages(page)["body", "t1"] == "<p>New.</p>"

    def test_blocks_and_items_without_keys_are_told_by_their_numbers(self):
        body = [{key: value for key, value in block.items() if key != "id"} for block in BODY]
        page = with_passage(page_of(*body, page_type=BlogPostPage), ("body", "0"), "<p>New.</p>")
        assert passages(page)["body", "0"] == "<p>New.</p>"
