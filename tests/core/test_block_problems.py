"""From block errors to problems with a place and plain words."""

import pytest
from django.core.exceptions import ValidationError
from wagtail import blocks

from core.block_problems import block_problems, fill_in
from core.blocks import ItemsBlock

ENTRY = blocks.StructBlock(
    [("name", blocks.CharBlock(label="Who to see")), ("kind", blocks.ChoiceBlock(choices=[("a", "A")]))]
)
LINKS = blocks.StructBlock(
    [("address", blocks.URLBlock()), ("inner", blocks.StreamBlock([("text", blocks.CharBlock())]))]
)


def body(**options):
    """A stream with a list and a struct."""
    return blocks.StreamBlock(
        [("people", blocks.StructBlock([("items", ItemsBlock(ENTRY, label="People", **options))])), ("links", LINKS)]
    )


def problems(block, *children):
    """What a stream is told off for."""
    value = block.to_python(list(children))
    with pytest.raises(ValidationError) as refused:
        block.clean(value)
    return {problem.where: problem.words for problem in block_problems("body", block, value, refused.value)}


class FillInTests:
    """The words for an empty box."""

    def test_words_are_an_instruction_that_fits_any_label(self):
        assert fill_in("Steps") == "Fill in “Steps” before this page goes live."
        assert fill_in("Evidence", is_choice=True) == "Choose “Evidence” before this page goes live."


class BlockProblemsTests:
    """Each box is found and named by the label its form shows."""

    def test_boxes_in_entries_in_blocks_have_their_full_path(self):
        good, bad = {"name": "A GP", "kind": "a"}, {"name": "", "kind": ""}
        found = problems(body(), ("people", {"items": [good, {**bad, "kind": "a"}, {**bad, "name": "A nurse"}]}))
        assert found == {
            "body.0:people.items.1.name": "Fill in “Who to see” before this page goes live.",
            "body.0:people.items.2.kind": "Choose “Kind” before this page goes live.",
        }

    def test_a_list_says_how_many_entries_it_lacks(self):
        entry = {"name": "A GP", "kind": "a"}
        assert problems(body(min_num=1), ("people", {"items": []})) == {
            "body.0:people.items": "Add at least one entry to “People” before this page goes live."
        }
        assert problems(body(min_num=2), ("people", {"items": [entry]})) == {
            "body.0:people.items": "Add at least 2 entries to “People” before this page goes live."
        }

    @pytest.mark.parametrize("least", [None, 1])
    def test_too_many_entries_keep_the_reason_of_the_list(self, least):
        entry = {"name": "A GP", "kind": "a"}
        found = problems(body(min_num=least, max_num=1), ("people", {"items": [entry, entry]}))
        assert found == {"body.0:people.items": "The maximum number of items is 1"}

    def test_what_is_wrong_rather_than_missing_keeps_its_reason(self):
        found = problems(body(), ("links", {"address": "nowhere", "inner": [("text", "A")]}))
        assert found == {"body.0:links.address": "Enter a valid URL."}

    def test_streams_inside_blocks_are_followed(self):
        found = problems(body(), ("links", {"address": "https://example.org/", "inner": [("text", "")]}))
        assert found == {"body.0:links.inner.0:text": "Fill in “Text” before this page goes live."}
