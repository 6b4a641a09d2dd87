"""Rules for the demo's words: no two pages say the same sentence, and none is a stub."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from home.demo.content import SECTIONS, Entry, entries, read

#: Names and labels, which pages may have in common.
LABELS = frozenset({"title", "name", "issuer", "organisation", "status"})
#: Descriptions of pictures, which pages repeat beside them, and logins.
WITHOUT_PROSE = frozenset({"pictures.toml", "logins.toml"})
#: Sections of pages that are short by nature, as are drafts and standing pages.
SHORT_SECTIONS = frozenset({"people", "topics"})
WORD = re.compile(r"\w+(?:['’]\w+)*")
PASSAGE_TAG = re.compile(r"</?(?:h2|h3|ul|ol|li|p)\b[^>]*>")
TAG = re.compile(r"<[^>]+>")
SENTENCE_END = re.compile(r"(?<=[.!?;:])[”’)]*\s+|\n")
FEWEST_WORDS_OF_A_SENTENCE = 5
FEWEST_WORDS_OF_A_PAGE = 250


def strings(value, labels: frozenset[str] = LABELS) -> Iterator[str]:
    """Every string of words inside a value of a content file, except under labels; keys and addresses have no space."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in labels:
                yield from strings(inner, labels)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, labels)
    elif isinstance(value, str) and " " in value.strip():
        yield value


def sentences(text: str) -> Iterator[str]:
    """The sentences and lines of a text, in lower case, without markup or punctuation."""
    plain = TAG.sub("", PASSAGE_TAG.sub("\n", text))
    for passage in SENTENCE_END.split(plain):
        words = WORD.findall(passage.casefold())
        if len(words) >= FEWEST_WORDS_OF_A_SENTENCE:
            yield " ".join(words)


def said_by_several(content: Path) -> dict[str, list[str]]:
    """Each sentence that more than one content file holds, with the files."""
    found = defaultdict(set)
    for path in content.rglob("*.toml"):
        if path.name not in WITHOUT_PROSE:
            for text in strings(read(path)):
                for sentence in sentences(text):
                    found[sentence].add(path.relative_to(content).as_posix())
    return {sentence: sorted(files) for sentence, files in found.items() if len(files) > 1}


def word_count(entry: Entry) -> int:
    """How many words readers get."""
    return sum(len(TAG.sub(" ", text).split()) for text in strings(entry.fields, labels=frozenset()))


def stubs(pages: Path) -> dict[str, int]:
    """The address of each page that is too short, with its words; not those that are short by nature."""
    long_sections = set(SECTIONS) - SHORT_SECTIONS
    counts = {
        entry.address: word_count(entry)
        for entry in entries(pages)
        if entry.section in long_sections and entry.plan.get("state") != "draft"
    }
    return {address: count for address, count in counts.items() if count < FEWEST_WORDS_OF_A_PAGE}
