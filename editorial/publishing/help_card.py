"""The one-click repair for a help card that comes after a treatment."""

from wagtail.blocks.stream_block import StreamValue
from wagtail.models import Page

from core.clinical import MOVE_HELP_UP, first_position, is_help, is_treatment
from core.publishing import Fix


def move_help_up(page: Page) -> None:
    """Move the first help card before the first treatment or product; every block keeps its words and its id."""
    body = page.body
    card, treatment = first_position(body, is_help), first_position(body, is_treatment)
    if card is None or treatment is None or card < treatment:
        return
    children = [(child.block_type, child.value, child.id) for child in body]
    children.insert(treatment, children.pop(card))
    page.body = StreamValue(body.stream_block, children)


MOVE_UP = Fix(MOVE_HELP_UP, "Move help up", move_help_up)
