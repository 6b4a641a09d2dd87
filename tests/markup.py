"""What tests ask of rendered HTML."""

import re

NOTHING_SAID = re.compile(r"\bNone\b")
EMPTY_HEADING = re.compile(r"<h[1-6][^>]*>\s*</h[1-6]>")
EMPTY_LIST = re.compile(r"<(ul|ol|dl)[^>]*>\s*</\1>")
TAG = re.compile(r"<[^>]+>")


def words(html: str) -> str:
    """The text of a piece of HTML in one line."""
    return " ".join(TAG.sub(" ", html).split())


def links(html: str) -> list[str]:
    """The addresses of all links, in order."""
    return re.findall(r'<a\b[^>]*\bhref="([^"]*)"', html)


def ids(html: str) -> list[str]:
    """Every id, in order."""
    return re.findall(r'\bid="([^"]*)"', html)


def faults(html: str) -> list[str]:
    """What must never reach a reader: the word None, a heading or a list with nothing in it, an id twice."""
    found = [match[0] for pattern in (NOTHING_SAID, EMPTY_HEADING, EMPTY_LIST) for match in pattern.finditer(html)]
    return found + [f"id {name} twice" for name in {name for name in ids(html) if ids(html).count(name) > 1}]
