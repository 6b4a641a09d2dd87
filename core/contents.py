"""What a page's fields and blocks hold, however deep."""

from collections.abc import Iterator

from django.db.models import Model
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ChooserBlock, ListBlock, StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText


def values_of(page: Page) -> Iterator:
    """Every single value in the streams of a page, in reading order, with its rich text fields among them."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from values_within(getattr(page, field.name))
        elif isinstance(field, RichTextField):
            yield RichText(getattr(page, field.name))


def values_within(value) -> Iterator:
    """Every single value inside a block's value."""
    if isinstance(value, StreamValue):
        for child in value:
            yield from values_within(child.value)
    elif isinstance(value, StructValue):
        for inner in value.values():
            yield from values_within(inner)
    elif isinstance(value, ListValue):
        for inner in value:
            yield from values_within(inner)
    else:
        yield value


def chosen_keys(page: Page) -> Iterator[tuple[type[Model], int]]:
    """Model and key of everything chosen in the streams of a page, read from what is stored, so without a query."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            stream = getattr(page, field.name)
            yield from keys_within(stream.stream_block, list(stream.raw_data))


def keys_within(block: Block, stored) -> Iterator[tuple[type[Model], int]]:
    """Model and key of everything chosen inside a block, from its stored form."""
    if isinstance(block, ChooserBlock):
        if isinstance(stored, int):
            yield block.model_class, stored
    elif isinstance(block, BaseStreamBlock):
        for child in stored or []:
            if child["type"] in block.child_blocks:
                yield from keys_within(block.child_blocks[child["type"]], child["value"])
    elif isinstance(block, BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield from keys_within(child, (stored or {}).get(name))
    elif isinstance(block, ListBlock):
        for item in stored or []:
            # Lists stored before Wagtail 2.16 hold bare values.
            value = item["value"] if isinstance(item, dict) and item.get("type") == "item" else item
            yield from keys_within(block.child_block, value)


def stored_texts(page: Page) -> Iterator[str]:
    """Every text in the streams and rich text fields of a page as it is stored, so without a query."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from texts_within(list(getattr(page, field.name).raw_data))
        elif isinstance(field, RichTextField):
            yield getattr(page, field.name)


def texts_within(stored) -> Iterator[str]:
    """Every text inside the stored form of a block, with names and marks of the storage itself among them."""
    if isinstance(stored, str):
        yield stored
    elif isinstance(stored, dict):
        for value in stored.values():
            yield from texts_within(value)
    elif isinstance(stored, list):
        for value in stored:
            yield from texts_within(value)
