"""Text as it is compared: without case, accents, kinds of apostrophe and of space."""

import re
import unicodedata
from dataclasses import dataclass

APOSTROPHES = dict.fromkeys(map(ord, "‘’ʼ´`"), "'")
SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\t\n\r"), " ")
HYPHENS = "-\u2010\u2011"
MARKS = "\u0300-\u036f\u00ad"
#: Belongs to the letter before it: an accent that stands as a letter of its own, or a place where a word may be broken.
MARK = re.compile(f"[{MARKS}]")
INNER_HYPHEN = re.compile(rf"(?<=[\w{MARKS}])[{HYPHENS}](?=\w)")
#: What leaves no trace: further spaces, and marks.
LEFT_OUT = re.compile(rf"(?<= ) +|[{MARKS}]")


@dataclass(frozen=True)
class Folded:
    """A folded text, where each of its letters stands in the original, and how long that is."""

    text: str
    places: list[int] | range
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where some folded letters stand in the original; marks that follow the last letter belong to it."""
        return self.places[start], self.places[end] if end < len(self.places) else self.length


def fold(text: str) -> Folded:
    """Fold a text; each letter stays one letter, or goes."""
    letters = {ord(letter): plain(letter) for letter in set(text) if not letter.isascii()}
    folded = INNER_HYPHEN.sub(" ", lower(text.translate(letters | APOSTROPHES | SPACES)))
    gone = {place for match in LEFT_OUT.finditer(folded) for place in range(*match.span())}
    if not gone:
        return Folded(folded, range(len(folded)), len(text))
    kept = [place for place in range(len(folded)) if place not in gone]
    return Folded("".join(folded[place] for place in kept), kept, len(text))


def lower(text: str) -> str:
    """Small letters, as many as there were."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(one if len(one := letter.lower()) == 1 else letter for letter in text)


def plain(letter: str) -> str:
    """A letter without its accent; itself where it is made of nothing simpler."""
    base = "".join(one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one))
    return base if len(base) == 1 else letter
