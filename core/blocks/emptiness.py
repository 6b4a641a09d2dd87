"""What counts as left empty, so that the boxes a new page opens with never get in anybody's way."""

from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue
from wagtail.rich_text import RichText, get_text_for_indexing


def is_empty(block: blocks.Block, value) -> bool:
    """Whether nobody has put anything into ``value`` yet: blank, or just what a new block opens with."""
    if isinstance(block, blocks.StructBlock):
        return all(is_empty(child, value.get(name)) for name, child in block.child_blocks.items())
    if isinstance(value, ListValue):
        return all(is_empty(block.child_block, item) for item in value)
    if isinstance(value, StreamValue):
        return all(is_empty(child.block, child.value) for child in value)
    if isinstance(value, RichText):
        return not get_text_for_indexing(value.source).strip() and "<embed" not in value.source
    # Compared by identity where it matters: the number 0 equals False and is still an answer.
    return value is None or value is False or value == "" or value == block.get_default()


def filled(stream: StreamValue) -> list[StreamValue.StreamChild]:
    """The blocks of a stream that somebody has put something into."""
    return [child for child in stream if not is_empty(child.block, child.value)]
