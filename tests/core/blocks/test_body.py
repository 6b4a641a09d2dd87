"""The body of an article ignores what was left empty and keeps it where it is."""

import pytest
from wagtail.blocks.stream_block import StreamBlockValidationError, StreamValue

from core.blocks import BodyBlock, HowToBlock, TextBlock

BODY = BodyBlock([("text", TextBlock()), ("how_to", HowToBlock())])


def stream(*children):
    """A stream of named blocks with ids of their own."""
    normal = [(name, BODY.child_blocks[name].normalize(value)) for name, value in children]
    return StreamValue(BODY, [(name, value, f"id-{place}") for place, (name, value) in enumerate(normal)])


EMPTY = ("how_to", HowToBlock().get_default())
STARTED = ("how_to", {**HowToBlock().get_default(), "title": "Steam"})


class BodyBlockTests:
    """Cleaning and rendering a body with empty blocks."""

    def test_empty_blocks_stay_in_place_with_their_ids(self):
        cleaned = BODY.clean(stream(EMPTY, ("text", "<p>A</p>"), EMPTY))
        assert [(child.block_type, child.id) for child in cleaned] == [
            ("how_to", "id-0"),
            ("text", "id-1"),
            ("how_to", "id-2"),
        ]

    def test_an_error_keeps_the_position_of_its_block(self):
        with pytest.raises(StreamBlockValidationError) as refused:
            BODY.clean(stream(EMPTY, ("text", "<p>A</p>"), STARTED))
        assert list(refused.value.block_errors) == [2]
        assert set(refused.value.block_errors[2].block_errors) == {"steps", "evidence"}

    def test_a_draft_keeps_started_blocks(self):
        cleaned = BODY.clean_deferred(stream(EMPTY, STARTED))
        assert [child.value["title"] for child in cleaned] == ["", "Steam"]

    def test_readers_are_given_filled_blocks_only(self):
        context = BODY.get_context(stream(EMPTY, ("text", "<p>A</p>")))
        assert [child.id for child in context["filled"]] == ["id-1"]
