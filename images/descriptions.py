"""A picture says what it shows, or says that it is decoration."""

from collections.abc import Iterator
from datetime import datetime

from wagtail.blocks.stream_block import StreamValue
from wagtail.models import Page

from core.publishing import Problem

UNDESCRIBED = "Describe what the picture shows, or tick “Decoration only”."


def undescribed_pictures(page: Page, moment: datetime) -> Iterator[Problem]:
    """A problem for each picture of a body with neither description nor the mark of a decoration."""
    body = getattr(page, "body", None)
    if not isinstance(body, StreamValue):
        return
    for position, child in enumerate(body):
        if child.block_type != "image" or not child.value.get("image"):
            continue
        if not child.value.get("is_decorative") and not (child.value.get("alt") or "").strip():
            yield Problem(f"body.{position}:image.alt", UNDESCRIBED)
