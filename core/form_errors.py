"""Turns problems found by the publish checks into errors at the very field or block of the edit form."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError, StreamValue
from wagtail.blocks.struct_block import StructBlockValidationError

from core.publishing import Problem

Located = list[tuple[list[str], str]]


def field_name(problem: Problem) -> str:
    """The form field or relation a problem belongs to; empty for the page as a whole."""
    return problem.where.split(".")[0]


def field_error(page, name: str, problems: list[Problem]) -> ValidationError:
    """One error for one field: its messages, or a tree of block errors for a stream."""
    located = [(problem.where.split(".")[1:], problem.words) for problem in problems]
    value = getattr(page, name)
    if isinstance(value, StreamValue):
        # As a tree even without a path: of a plain list the form would show the first message only.
        return block_error(value.stream_block, located)
    return ValidationError([words for _, words in located])


def block_error(block: blocks.Block, located: Located) -> ValidationError:
    """The error of one block, with the errors of its children nested the way Wagtail's form expects."""
    here = [words for path, words in located if not path]
    below: dict[str, Located] = {}
    for path, words in located:
        if path:
            below.setdefault(path[0], []).append((path[1:], words))
    if isinstance(block, blocks.StructBlock):
        nested = {key: block_error(block.child_blocks[key], inner) for key, inner in below.items()}
        return StructBlockValidationError(block_errors=nested, non_block_errors=here)
    if isinstance(block, blocks.ListBlock):
        nested = {int(key): block_error(block.child_block, inner) for key, inner in below.items()}
        return ListBlockValidationError(block_errors=nested, non_block_errors=here)
    if isinstance(block, blocks.StreamBlock):
        return stream_error(block, below, here)
    return ValidationError(here)


def stream_error(block: blocks.StreamBlock, below: dict[str, Located], here: list[str]) -> ValidationError:
    """The error of a stream; each key is ``position:block_type``, since a path alone does not tell the type."""
    nested = {}
    for key, inner in below.items():
        position, block_type = key.split(":")
        nested[int(position)] = block_error(block.child_blocks[block_type], inner)
    return StreamBlockValidationError(block_errors=nested, non_block_errors=here)
