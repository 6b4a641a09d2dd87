"""Words everybody uses without meaning a page of the site: names made of them are offered once an editor agreed."""

from functools import cache
from pathlib import Path

from editorial.linking.folding import fold
from editorial.linking.names import Kind, Name
from editorial.linking.word_forms import forms_of

LIST = Path(__file__).with_name("everyday_words.txt")


@cache
def everyday_words() -> frozenset[str]:
    """The list, without its comments."""
    lines = (line.partition("#")[0] for line in LIST.read_text().splitlines())
    return frozenset(word for line in lines for word in line.split())


def is_everyday(name: Name) -> bool:
    """Whether a name is one such word, or that of a topic all of them."""
    words = fold(name.words).text.split()
    return (len(words) == 1 or name.kind == Kind.TOPIC) and all(is_common(word) for word in words)


def is_common(word: str) -> bool:
    """Whether a word is on the list in either number."""
    return not everyday_words().isdisjoint(forms_of(word))
