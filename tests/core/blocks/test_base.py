"""What the shared blocks are made of."""

import pytest
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError, ListValue

from core.blocks import ItemsBlock, LinesBlock, NoteBlock
from core.blocks.base import NOTE_FEATURES

ENTRY = blocks.StructBlock([("name", blocks.CharBlock()), ("note", blocks.CharBlock(required=False))])
EMPTY, STARTED, FILLED = {"name": "", "note": ""}, {"name": "", "note": "N"}, {"name": "A", "note": ""}


def entries(block, *values):
    """A list of entries with ids of their own."""
    child = block.child_block
    return ListValue(
        block,
        bound_blocks=[
            ListValue.ListChild(child, child.normalize(value), id=f"id-{place}") for place, value in enumerate(values)
        ],
    )


class ItemsBlockTests:
    """A list ignores the entries left empty and keeps them where they are."""

    def test_empty_entries_stay_in_place_with_their_ids(self):
        block = ItemsBlock(ENTRY)
        cleaned = block.clean(entries(block, EMPTY, FILLED, EMPTY))
        assert [(child.id, child.value["name"]) for child in cleaned.bound_blocks] == [
            ("id-0", ""),
            ("id-1", "A"),
            ("id-2", ""),
        ]

    def test_an_error_keeps_the_position_of_its_entry(self):
        block = ItemsBlock(ENTRY)
        with pytest.raises(ListBlockValidationError) as refused:
            block.clean(entries(block, EMPTY, FILLED, STARTED))
        assert list(refused.value.block_errors) == [2]

    def test_empty_entries_do_not_count_towards_the_number_needed(self):
        block = ItemsBlock(ENTRY, min_num=2)
        with pytest.raises(ListBlockValidationError) as refused:
            block.clean(entries(block, EMPTY, FILLED))
        assert refused.value.non_block_errors
        assert len(block.clean(entries(block, FILLED, FILLED))) == 2

    def test_a_draft_keeps_started_entries(self):
        block = ItemsBlock(ENTRY)
        assert len(block.clean_deferred(entries(block, EMPTY, STARTED))) == 2


class LinesBlockTests:
    """One box for a list."""

    def test_the_help_says_one_per_line_before_the_example(self):
        assert LinesBlock(help_text="For example “Itching”.").field.help_text == "One per line. For example “Itching”."
        assert LinesBlock().field.help_text == "One per line."


class NoteBlockTests:
    """A short passage."""

    def test_a_note_has_no_headings_unless_asked_for(self):
        assert NoteBlock().features == NOTE_FEATURES
        assert NoteBlock(features=["bold"]).features == ["bold"]
