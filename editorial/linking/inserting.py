"""Puts a suggested link into a page: nothing but the link changes."""

from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from wagtail.models import Page

from editorial.linking import markup
from editorial.linking.passages import Place, parts_of, with_passage


def state_of(html: str) -> str:
    """A passage in short, to tell whether it has been changed since."""
    return sha256(html.encode()).hexdigest()[:16]


class PassageChangedError(Exception):
    """The passage is not what the link was offered for."""


@dataclass(frozen=True)
class Insertion:
    """Which letters of which passage shall lead to a page; ``state`` is what the passage was when it was offered."""

    place: Place
    start: int
    end: int
    page_id: int
    state: str

    @property
    def stored(self) -> dict[str, Any]:
        """As plain values."""
        return asdict(self)


def insert(page: Page, *insertions: Insertion) -> Page:
    """The page with the links in it; PassageChangedError when a passage is gone or was changed since."""
    texts = {one.place: text_at(page, one.place) for one in insertions}
    if any(texts[one.place] is None or state_of(texts[one.place]) != one.state for one in insertions):
        raise PassageChangedError
    # From the end of a passage on, so that what comes before stays where it was.
    for one in sorted(insertions, key=lambda one: one.start, reverse=True):
        changed = markup.read(texts[one.place]).with_link(one.start, one.end, one.page_id)
        if changed is None:
            raise PassageChangedError
        texts[one.place] = changed
    for place, html in texts.items():
        page = with_passage(page, place, html)
    return page


def text_at(page: Page, place: Place) -> str | None:
    """The rich text at a place; None where there is none."""
    found = (passage.html for part in parts_of(page) for passage in part.passages if passage.place == place)
    return next(found, None)
