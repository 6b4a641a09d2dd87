"""Turns the validation error of a block into problems, each with its place and words that name the box."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks.emptiness import filled, is_empty
from core.publishing import Problem

GROUP_ERRORS = (StreamBlockValidationError, ListBlockValidationError, StructBlockValidationError)
CHOOSERS = (blocks.ChooserBlock, blocks.ChoiceBlock)


def fill_in(label: str, is_choice: bool = False) -> str:
    """The words for an empty box; an instruction reads well whatever the label, one thing or many."""
    return f"{'Choose' if is_choice else 'Fill in'} “{label}” before this page goes live."


def block_problems(where: str, block: blocks.Block, value: Any, error: ValidationError) -> Iterator[Problem]:
    """The problems inside a block error, each with its dotted path."""
    if not isinstance(error, GROUP_ERRORS):
        yield Problem(where, box_words(block, error))
        return
    for single in error.non_block_errors.as_data():
        yield Problem(where, group_words(block, value, single))
    for key, inner in error.block_errors.items():
        step, child, child_value = child_at(block, value, key)
        yield from block_problems(f"{where}.{step}", child, child_value, inner)


def child_at(block: blocks.Block, value: Any, key: int | str) -> tuple[str, blocks.Block, Any]:
    """One step down: how the path names it, the block there and its value."""
    if isinstance(block, blocks.StreamBlock):
        return f"{key}:{value[key].block_type}", value[key].block, value[key].value
    if isinstance(block, blocks.ListBlock):
        return str(key), block.child_block, value[key]
    return str(key), block.child_blocks[key], value.get(key)


def box_words(block: blocks.Block, error: ValidationError) -> str:
    """The words for one unusable box: what to fill in when it is empty, Django's reason otherwise."""
    # An error made of several has no code of its own.
    if getattr(error, "code", None) == "required":
        return fill_in(str(block.label), is_choice=isinstance(block, CHOOSERS))
    return " ".join(error.messages)


def group_words(block: blocks.Block, value: Any, error: ValidationError) -> str:
    """The words for a list or stream as a whole: what it lacks, Wagtail's reason otherwise."""
    if isinstance(block, blocks.ListBlock) and block.meta.min_num:
        count = sum(not is_empty(block.child_block, item) for item in value)
        if count < block.meta.min_num:
            number = "one entry" if block.meta.min_num == 1 else f"{block.meta.min_num} entries"
            return f"Add at least {number} to “{block.label}” before this page goes live."
    if isinstance(block, blocks.StreamBlock) and not filled(value):
        return "Write something before this page goes live: there is no text yet."
    return " ".join(error.messages)
