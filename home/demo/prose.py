"""Turns prose as it stands in a content file into the rich text Wagtail stores."""

import re
from collections.abc import Callable

from core.sanitise import clean_html

#: ``<a page="conditions/milia-on-the-back">`` and ``<a source="nice-acne">``.
REFERENCE = re.compile(r'<a (page|source)="([^"]+)">')


def rich_text(text: str, key_of: Callable[[str, str], int]) -> str:
    """Stored rich text; ``key_of`` tells the database key of what a link or citation names."""

    def stored(match: re.Match) -> str:
        kind, name = match.groups()
        return f'<a linktype="{kind}" id="{key_of(kind, name)}">'

    return clean_html(REFERENCE.sub(stored, paragraphs(text)))


def paragraphs(text: str) -> str:
    """Text whose passages, set apart by empty lines, are paragraphs unless they are marked up already."""
    passages = [" ".join(passage.split()) for passage in re.split(r"\n\s*\n", text.strip())]
    return "".join(passage if re.match(r"<(h2|h3|ul|ol|p)\b", passage) else f"<p>{passage}</p>" for passage in passages)
