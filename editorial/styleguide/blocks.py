"""Every block an article can be written with, each with the value its preview shows."""

from collections.abc import Iterator

from wagtail.blocks import Block, BoundBlock
from wagtail.fields import StreamField
from wagtail.models import get_page_models


def body_blocks() -> dict[str, Block]:
    """The blocks of every page type's streams, by their noun, each once."""
    fields = (field for model in get_page_models() for field in model._meta.get_fields())
    streams = (field.stream_block for field in fields if isinstance(field, StreamField))
    found: dict[str, Block] = {}
    for stream in streams:
        for name, block in stream.child_blocks.items():
            found.setdefault(name, block)
    return dict(sorted(found.items()))


def previews() -> Iterator[tuple[str, BoundBlock]]:
    """Name and block of each, ready to be rendered."""
    for block in body_blocks().values():
        yield str(block.label), block.bind(block.get_preview_value())
