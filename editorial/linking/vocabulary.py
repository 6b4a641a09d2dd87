"""Finds the names of the site in a text, all of them in one pass (decision 0017)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

import ahocorasick

from editorial.linking.everyday import is_everyday
from editorial.linking.folding import HYPHENS, MARK, Folded, fold
from editorial.linking.names import PROPER, Kind, Name
from editorial.linking.word_forms import phrases_of

#: Of shorter names none is told from a word.
SHORTEST = 3
#: Begins where a word begins, so that a long one is not tried from each of its letters on.
ADDRESS = re.compile(r"(?<!\S)\S*(?:://|@|\bwww\.)\S*|(?<![\w.-])(?:[\w-]+\.)+[a-z]{2,}\b(?:/\S*)?")


@dataclass(frozen=True)
class Pattern:
    """A name in one of its forms; ``capitals`` are the letters that must be capitals."""

    name: Name
    length: int
    capitals: tuple[int, ...]
    is_everyday: bool


@dataclass(frozen=True)
class Mention:
    """A stretch of text that is a name; ``name`` is None where two pages share it.

    ``is_everyday``: the words mean the page only where an editor says so.
    """

    start: int
    end: int
    name: Name | None
    is_everyday: bool = False


class Vocabulary:
    """Names, ready to be looked for; ``confirmed`` are the everyday words that mean a page, as pairs (page, words)."""

    def __init__(self, names: Iterable[Name], confirmed: Iterable[tuple[int, str]] = ()) -> None:
        meant = {(page_id, fold(words).text) for page_id, words in confirmed}
        forms: dict[str, list[Pattern]] = defaultdict(list)
        for name in names:
            for form, pattern in patterns_of(name, meant):
                forms[form].append(pattern)
        self._automaton = ahocorasick.Automaton()
        for form, patterns in forms.items():
            self._automaton.add_word(form, tuple(patterns))
        if forms:
            self._automaton.make_automaton()

    def mentions(self, text: str) -> list[Mention]:
        """The names in a text from its beginning to its end, the longest of those that overlap."""
        if not len(self._automaton):
            return []
        return longest(self._found(text, fold(text), [match.span() for match in ADDRESS.finditer(text)]))

    def _found(self, text: str, folded: Folded, addresses: list[tuple[int, int]]) -> Iterator[Mention]:
        for last, patterns in self._automaton.iter(folded.text):
            first = last + 1 - patterns[0].length
            start, end = folded.original(first, last + 1)
            if touches(text, start - 1, -1) or touches(text, end, 1) or any(a <= start < b for a, b in addresses):
                continue
            fitting = [one for one in patterns if all(text[folded.places[first + at]].isupper() for at in one.capitals)]
            if fitting:
                yield Mention(start, end, *meant_by(fitting))


def patterns_of(name: Name, meant: set[tuple[int, str]]) -> Iterator[tuple[str, Pattern]]:
    """A name in each of its forms."""
    folded = fold(name.words)
    letters = [at for at, place in enumerate(folded.places) if name.words[place].isalpha()]
    capitals = [at for at in letters if name.words[folded.places[at]].isupper()]
    is_short = len(letters) < SHORTEST
    if is_short:
        capitals = letters
    elif name.kind not in PROPER and capitals != letters:
        capitals = []
    plain = folded.text.strip()
    if not any(letter.isalnum() for letter in plain):
        return
    everyday = is_everyday(name) and (name.page_id, plain) not in meant
    forms = {plain} if name.kind in PROPER else {plain, plain + "s"} if capitals else phrases_of(plain)
    for form in forms:
        yield form, Pattern(name, len(form), tuple(at for at in capitals if at < len(form)), everyday)


def meant_by(patterns: list[Pattern]) -> tuple[Name | None, bool]:
    """Which of several names of the same words is meant: that of the first kind, unless two pages of it share it.

    And whether it is an everyday word; a page that an editor confirmed goes before one that nobody did.
    """
    first = min(patterns, key=rank)
    rivals = {one.name.page_id for one in patterns if rank(one) == rank(first)}
    return (first.name, first.is_everyday) if len(rivals) == 1 else (None, False)


def rank(pattern: Pattern) -> tuple[bool, Kind]:
    """The lower one is meant."""
    return pattern.is_everyday, pattern.name.kind


def touches(text: str, place: int, step: int) -> bool:
    """Whether the letter at a place would make a name beside it part of a longer word; marks belong to their letter."""
    while 0 <= place < len(text) and MARK.match(text[place]):
        place += step
    return 0 <= place < len(text) and (text[place].isalnum() or text[place] in f"_{HYPHENS}")


def longest(mentions: Iterable[Mention]) -> list[Mention]:
    """Those that remain when of any that overlap the longest counts, and of equally long ones the first."""
    taken: list[Mention] = []
    for one in sorted(mentions, key=lambda mention: (mention.start - mention.end, mention.start)):
        if all(one.end <= other.start or other.end <= one.start for other in taken):
            taken.append(one)
    return sorted(taken, key=attrgetter("start"))
