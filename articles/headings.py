"""The sections of an article, for its contents list."""

import html

from django.utils.html import strip_tags
from wagtail.rich_text import RichText

from core.blocks import is_empty
from core.prose import HEADING, anchor


def headings_of(page) -> list[tuple[str, str]]:
    """Anchor and words of each second-level heading, in order, each anchor once."""
    found: dict[str, str] = {}
    for child in page.body:
        if not is_empty(child.block, child.value):
            for words in headings_within(child.value):
                found.setdefault(anchor(words), words)
    return list(found.items())


def headings_within(value) -> list[str]:
    """The headings one block brings: its title, or those typed into its text."""
    if isinstance(value, RichText):
        words = [html.unescape(strip_tags(match)).strip() for match in HEADING.findall(value.source)]
        return [heading for heading in words if heading]
    title = value.get("title") if hasattr(value, "get") else None
    return [title] if title else []
