"""House rules for blocks: one noun everywhere, described for editors, with a preview that renders."""

import re
from collections.abc import Iterator
from typing import Any

from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import get_page_models


def noun(cls: type) -> str:
    """The word a block class is filed under: ``HowToBlock`` is ``how_to``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__.removesuffix("Block")).lower()


def page_bodies() -> Iterator[blocks.StreamBlock]:
    """Every stream of every page type."""
    for model in get_page_models():
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                yield field.stream_block


def blocks_below(block: blocks.Block) -> Iterator[blocks.Block]:
    """All blocks inside a block, at any depth."""
    children = list(getattr(block, "child_blocks", {}).values())
    if isinstance(block, blocks.ListBlock):
        children.append(block.child_block)
    for child in children:
        yield child
        yield from blocks_below(child)


def described_blocks(bodies: Iterator[blocks.StreamBlock]) -> dict[type, blocks.Block]:
    """The blocks the rules speak of, one instance a class: every struct, and every choice of a body."""
    found: dict[type, blocks.Block] = {}
    for body in bodies:
        for block in blocks_below(body):
            is_choice = block in body.child_blocks.values()
            if is_choice or isinstance(block, blocks.StructBlock):
                found.setdefault(type(block), block)
    return found


def block_faults(block: blocks.Block) -> list[str]:
    """What a block lacks: description, preview, its own template, words without ``None``."""
    name = type(block).__name__
    faults = []
    if not getattr(block.meta, "description", ""):
        faults.append(f"{name}: no description")
    template = getattr(block.meta, "template", None)
    if not template or not re.fullmatch(rf"[a-z_]+/blocks/{noun(type(block))}\.html", template):
        return [*faults, f"{name}: its template must be <app>/blocks/{noun(type(block))}.html, not {template}"]
    try:
        get_template(template)
    except TemplateDoesNotExist:
        return [*faults, f"{name}: {template} does not exist"]
    if not has_preview(block):
        return [*faults, f"{name}: no preview value"]
    return faults + render_faults(block)


def has_preview(block: blocks.Block) -> bool:
    """Whether the block says itself what its preview shows."""
    is_own = type(block).get_preview_value is not blocks.Block.get_preview_value
    return is_own or getattr(block.meta, "preview_value", None) is not None


def render_faults(block: blocks.Block) -> list[str]:
    """What is wrong with the rendered preview."""
    name = type(block).__name__
    html = block.render(block.get_preview_value(), context=preview_context())
    if not html.strip():
        return [f"{name}: the preview is blank"]
    return [f"{name}: the preview says None"] if re.search(r"\bNone\b", html) else []


def preview_context() -> dict[str, Any]:
    """What every block template may count on outside a page."""
    return {}


def stream_key_faults(body: blocks.StreamBlock) -> list[str]:
    """Choices of a body whose key is not their noun."""
    return [
        f"{type(body).__name__}: {type(block).__name__} under “{key}”, not “{noun(type(block))}”"
        for key, block in body.child_blocks.items()
        if key != noun(type(block))
    ]
