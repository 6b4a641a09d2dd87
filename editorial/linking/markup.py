"""Stored rich text read as plain text, each letter of which can be found again in the markup."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from wagtail.rich_text.rewriters import extract_attrs

from core.prose import KEY

TOKEN = re.compile(r"<(?P<closing>/?)(?P<tag>[a-zA-Z][\w-]*)(?P<attributes>[^>]*)>|&#?\w+;|[^<&]+|[<&]")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Text in these is no place for another link.
CLOSED = HEADINGS | {"a", "blockquote"}
#: A mention cannot run from one of these into the next.
PARAGRAPHS = HEADINGS | {"p", "li", "ul", "ol", "blockquote", "br", "hr", "embed"}
VOID = frozenset({"br", "hr", "embed", "img"})
#: Stands for the end of a paragraph.
BREAK = "\u2029"


@dataclass(frozen=True)
class Piece:
    """A run of text between two tags, and where it stands in the text and in the markup."""

    at: int
    html_at: int
    length: int
    html_length: int
    is_open: bool

    def html_place(self, place: int) -> int:
        """Where in the markup a letter of this piece begins; what is written as an entity is one letter."""
        return self.html_at + (place - self.at if self.length == self.html_length else 0)


@dataclass
class Markup:
    """One stored text; ``headings`` are the places where sections begin, ``links`` which pages are linked to where."""

    html: str
    text: str = ""
    pieces: list[Piece] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)

    def number_at(self, place: int) -> int:
        """Which piece a letter belongs to."""
        return bisect_right(self.pieces, place, key=lambda piece: piece.at) - 1

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where in the markup a link around these letters begins and ends; None where it cannot stand."""
        if not 0 <= start < end <= len(self.text):
            return None
        pieces = self.pieces[self.number_at(start) : self.number_at(end - 1) + 1]
        if not all(piece.is_open for piece in pieces):
            return None
        first, last = pieces[0], pieces[-1]
        begin = first.html_place(start)
        finish = last.html_place(end - 1) + (1 if last.length == last.html_length else last.html_length)
        return (begin, finish) if is_balanced(self.html[begin:finish]) else None

    def with_link(self, start: int, end: int, page_id: int) -> str | None:
        """The markup with these letters linked to a page; None where no link can stand."""
        place = self.span(start, end)
        if place is None:
            return None
        begin, finish = place
        inner = self.html[begin:finish]
        return f'{self.html[:begin]}<a linktype="page" id="{page_id}">{inner}</a>{self.html[finish:]}'


def read(html: str) -> Markup:
    """Read one stored text."""
    markup, parts, length, within = Markup(html), [], 0, []

    def add(piece: str, html_at: int, html_length: int, is_open: bool) -> None:
        nonlocal length
        markup.pieces.append(Piece(length, html_at, len(piece), html_length, is_open))
        parts.append(piece)
        length += len(piece)

    for token in TOKEN.finditer(html):
        tag = (token["tag"] or "").lower()
        if not tag:
            is_entity = token[0][0] == "&" and len(token[0]) > 1
            is_open = CLOSED.isdisjoint(within)
            add(unescape(token[0]) if is_entity else token[0], token.start(), len(token[0]), is_open)
            continue
        if tag in PARAGRAPHS:
            add(BREAK, token.start(), len(token[0]), False)
        if token["closing"]:
            if tag in within:
                within.remove(tag)
        elif tag not in VOID:
            within.append(tag)
            if tag in HEADINGS:
                markup.headings.append(length)
            elif tag == "a":
                markup.links += [(length, key) for key in page_key(token["attributes"])]
    markup.text = "".join(parts)
    return markup


def page_key(attributes: str) -> Iterator[int]:
    """The key of the page a link leads to, if it leads to one."""
    values = extract_attrs(attributes)
    if values.get("linktype") == "page" and KEY.fullmatch(values.get("id", "")):
        yield int(values["id"])


def is_balanced(html: str) -> bool:
    """Whether every tag that is opened in a piece of markup is closed in it, and the other way round."""
    within: list[str] = []
    for token in TOKEN.finditer(html):
        tag = (token["tag"] or "").lower()
        if not tag or tag in VOID:
            continue
        if not token["closing"]:
            within.append(tag)
        elif not within or within.pop() != tag:
            return False
    return not within
