"""The rich texts of a page, each with its place, and a page with one of them changed."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from django.db.models import Model
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock, RichTextBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

#: Blocks that carry no heading of their own: they stand in the section above.
WITHOUT_HEADING = frozenset({"text", "image", "quote", "callout", "product"})
CLINICAL = frozenset(
    {
        "signs",
        "triggers",
        "causes",
        "differential",
        "diagnosis",
        "seek_help",
        "how_to",
        "ingredients",
        "medications",
        "procedures",
        "dos_and_donts",
        "prevention",
    }
)
#: Nothing is offered in what must be read and acted upon at once.
CLOSED = frozenset({"seek_help", "quote"})

Place = tuple[str, ...]


@dataclass(frozen=True)
class Passage:
    """One rich text; ``place`` are the steps to it: field, key of a block, name of a box, and so on."""

    place: Place
    block: str
    html: str

    @property
    def block_id(self) -> str:
        """The key of the block of the body it stands in; empty outside of one."""
        return self.place[1] if len(self.place) > 1 else ""

    @property
    def is_clinical(self) -> bool:
        """Whether no product may be named for linking here."""
        return self.block in CLINICAL


@dataclass(frozen=True)
class Part:
    """A rich text field of a page, or one block of its streams, as it is stored."""

    place: Place
    kind: str
    block: Block
    stored: object

    @property
    def opens_section(self) -> bool:
        """Whether it has a heading of its own."""
        return bool(self.kind) and self.kind not in WITHOUT_HEADING

    @property
    def passages(self) -> Iterator[Passage]:
        """Its rich texts in reading order."""
        return within(self.block, self.stored, self.place, self.kind)


def parts_of(page: Model) -> Iterator[Part]:
    """What a page consists of in reading order, read as it is stored, so without a query."""
    for field in page._meta.get_fields():
        if isinstance(field, RichTextField):
            yield Part((field.name,), "", RichTextBlock(), getattr(page, field.name))
        elif isinstance(field, StreamField):
            stream = getattr(page, field.name)
            for step, kind, block, stored in children(stream.stream_block, list(stream.raw_data)):
                yield Part((field.name, step), kind, block, stored)


def within(block: Block, stored, place: Place, kind: str) -> Iterator[Passage]:
    """The rich texts inside one block."""
    if isinstance(block, RichTextBlock):
        yield Passage(place, kind, stored or "")
    else:
        for step, _, child, inner in children(block, stored):
            yield from within(child, inner, (*place, step), kind)


def children(block: Block, stored) -> Iterator[tuple[str, str, Block, object]]:
    """What is directly inside a stored block: the step to it, its name there, its block, and what is stored."""
    if isinstance(block, BaseStreamBlock):
        for number, child in enumerate(stored or []):
            if child["type"] in block.child_blocks:
                yield step_to(child, number), child["type"], block.child_blocks[child["type"]], child["value"]
    elif isinstance(block, BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield name, name, child, (stored or {}).get(name)
    elif isinstance(block, ListBlock):
        for number, item in enumerate(stored or []):
            yield step_to(item, number), "", block.child_block, item["value"] if is_item(item) else item


def with_passage(page: Page, place: Place, html: str) -> Page:
    """The page with another text at a place; KeyError where there is none any more."""
    name, *steps = place
    field = page._meta.get_field(name)
    if isinstance(field, RichTextField):
        setattr(page, name, html)
        return page
    stream = getattr(page, name)
    stored = deepcopy(list(stream.raw_data))
    put(stored, steps, html)
    setattr(page, name, stream.stream_block.to_python(stored))
    return page


def put(stored, steps: list[str], html: str) -> None:
    """Put a text into a stored stream, list or struct."""
    step, *rest = steps
    if isinstance(stored, dict):
        holder, key = stored, step
    else:
        number = next((place for place, one in enumerate(stored) if step_to(one, place) == step), None)
        if number is None:
            raise KeyError(step)
        holder, key = (stored[number], "value") if is_item(stored[number]) else (stored, number)
    if rest:
        put(holder[key], rest, html)
    elif isinstance(holder[key], str):
        holder[key] = html
    else:
        raise KeyError(step)


def is_item(stored) -> bool:
    """Whether something in a list is stored with its key, or a bare value, as in lists made long ago."""
    return isinstance(stored, dict) and "type" in stored and "value" in stored


def step_to(stored, number: int) -> str:
    """The step to one of several: its key, or its number where it has none."""
    return stored.get("id") or str(number) if is_item(stored) else str(number)
