"""Lists from A to Z in which a page stands under every name it is known by."""

import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from django.db.models import QuerySet
from wagtail.models import Page

from core.readable import readable_in

DIGITS = "0–9"
OTHERS = "#"


class Entry(NamedTuple):
    """One name in the list; `see` is the page's own title when the name is another."""

    name: str
    url: str
    see: str


def letter_of(name: str) -> str:
    """The letter a name stands under: accents are ignored, digits and other scripts have a place of their own."""
    first = unicodedata.normalize("NFKD", name.strip())[:1].upper()
    if "A" <= first <= "Z":
        return first
    return DIGITS if first.isdigit() else OTHERS


def sort_key(name: str) -> tuple[str, str]:
    """Orders names as a reader would look for them: accents and capitals do not count."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return plain.casefold(), name


def place_of(letter: str) -> tuple[int, str]:
    """Orders the letters: digits first, other scripts last."""
    return {DIGITS: 0, OTHERS: 2}.get(letter, 1), letter


def other_names(page: Page, fields: Iterable[str]) -> list[str]:
    """The names a page carries in its one-per-line fields, its title and repetitions left out."""
    names = {page.title.casefold(): page.title}
    for field in fields:
        for line in getattr(page, field).splitlines():
            if line.strip():
                names.setdefault(line.strip().casefold(), line.strip())
    return list(names.values())[1:]


def by_letter(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """The entries under their letters, both in order."""
    ordered = sorted(entries, key=lambda entry: (place_of(letter_of(entry.name)), sort_key(entry.name)))
    return [(letter, list(group)) for letter, group in groupby(ordered, key=lambda entry: letter_of(entry.name))]


class AToZPage:
    """A page that hands its template other pages from A to Z as `letters`."""

    #: One-per-line fields of the listed pages that hold further names.
    name_fields: tuple[str, ...] = ()

    def listed_pages(self) -> QuerySet:
        """What is listed, in any order."""
        raise NotImplementedError

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        entries = []
        for page in readable_in(self.listed_pages()).defer_streamfields():
            url = page.get_url(request)
            entries.append(Entry(page.title, url, ""))
            entries.extend(Entry(name, url, page.title) for name in other_names(page, self.name_fields))
        context["letters"] = by_letter(entries)
        return context
