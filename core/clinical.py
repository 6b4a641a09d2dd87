"""Safety rules for pages about the body: help before treatment, and nothing to wander off to in an emergency.

Blocks are known by their noun, so the rules hold for every page type that offers them. That each medicine has its
guidance phrase is a matter of completeness: ``MedicationBlock`` requires it, inside a cause or alone.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from wagtail.blocks.stream_block import StreamValue
from wagtail.models import Page

from core.blocks.emptiness import is_empty
from core.publishing import Problem

HELP = "seek_help"
#: Blocks that make a post clinical: they speak of signs, of what to do about them, or of medicines. Prose, dos and
#: don'ts or a product alone do not.
CLINICAL_BLOCKS = frozenset(
    {"signs", "triggers", "causes", "differential", "diagnosis", HELP, "how_to", "ingredients", "medications"}
    | {"procedures"}
)
#: Blocks a reader may act on, so that they must first have read when to see somebody instead.
TREATMENTS = frozenset({"how_to", "ingredients", "medications", "procedures", "product"})
#: The repair editorial.publishing offers for a help card that comes too late.
MOVE_HELP_UP = "move_help_up"
#: A link, or an address a phone turns into one.
LINK = re.compile(r"<a\b|https?://|\bwww\.", re.IGNORECASE)

HELP_TOO_LATE = "The help card comes after a treatment or product. Move it before the first one."
HELP_MISSING = "Add a “Seek help” card before this: readers should know first when to see somebody."
LINK_IN_EMERGENCY = (
    "Take the link out: in an emergency nothing may lead away from the card. "
    "The emergency number comes from the site settings by itself."
)


def clinical_order(page: Page, moment: datetime) -> Iterator[Problem]:
    """A problem when a treatment or product comes before the first help card, or a clinical page has none."""
    body = getattr(page, "body", None)
    if not isinstance(body, StreamValue) or HELP not in body.stream_block.child_blocks:
        return
    first_treatment = first_position(body, is_treatment)
    if first_treatment is None:
        return
    first_help = first_position(body, is_help)
    if first_help is None:
        if getattr(page, "is_clinical", False):
            yield Problem(f"body.{first_treatment}:{body[first_treatment].block_type}", HELP_MISSING)
    elif first_help > first_treatment:
        yield Problem(f"body.{first_help}:{HELP}", HELP_TOO_LATE, fix=MOVE_HELP_UP)


def emergency_links(page: Page, moment: datetime) -> Iterator[Problem]:
    """A problem for each box of an emergency card that holds a link or an address."""
    body = getattr(page, "body", None)
    if not isinstance(body, StreamValue):
        return
    for position, child in enumerate(body):
        if child.block_type == HELP and child.value.get("level") == "emergency":
            for name, value in child.value.items():
                if LINK.search(getattr(value, "source", None) or str(value)):
                    yield Problem(f"body.{position}:{HELP}.{name}", LINK_IN_EMERGENCY)


def has_clinical_blocks(body: StreamValue) -> bool:
    """Whether anything in a body speaks of signs, treatment or medicines."""
    return first_position(body, lambda child: child.block_type in CLINICAL_BLOCKS) is not None


def first_position(body: StreamValue, wanted) -> int | None:
    """Where the first block that is wanted and not left empty stands."""
    for position, child in enumerate(body):
        if wanted(child) and not is_empty(child.block, child.value):
            return position
    return None


def is_help(child: StreamValue.StreamChild) -> bool:
    """Whether a block is a help card."""
    return child.block_type == HELP


def is_treatment(child: StreamValue.StreamChild) -> bool:
    """Whether a reader may act on a block: a treatment, a product, or causes that name medicines."""
    return child.block_type in TREATMENTS or (child.block_type == "causes" and names_medicines(child.value))


def names_medicines(causes: Any) -> bool:
    """Whether any of several causes names a medicine."""
    return any(not is_empty(item.block.child_blocks["medications"], item["medications"]) for item in causes["items"])
