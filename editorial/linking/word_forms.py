"""A word in the singular and in the plural."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import inflect

#: Words of the field with a plural that ends in no “s”, most of them Latin or Greek.
PLURALS = {
    "foot": "feet",
    "milium": "milia",
    "tooth": "teeth",
    "comedo": "comedones",
    "naevus": "naevi",
    "nevus": "nevi",
    "papilloma": "papillomas",
    "stratum": "strata",
}
SINGULARS = {plural: singular for singular, plural in PLURALS.items()}
#: Of other words the rules would make a singular that nobody writes, as “keratosi”.
PLURAL = re.compile(r"[^isu]s$")


@cache
def engine() -> "inflect.engine":
    """The rules of English, and the words of the field beside them."""
    # Takes longer to load than all the rest of a process that may never need it.
    import inflect

    rules = inflect.engine()
    for singular, plural in PLURALS.items():
        rules.defnoun(singular, plural)
    return rules


@cache
def forms_of(word: str) -> frozenset[str]:
    """A word in both numbers."""
    if not word.isalpha() or len(word) < 3:
        return frozenset({word})
    if word in SINGULARS:
        return frozenset({word, SINGULARS[word]})
    other = engine().singular_noun(word) if PLURAL.search(word) else engine().plural_noun(word)
    return frozenset({word, other or word})


def phrases_of(phrase: str) -> set[str]:
    """A phrase with its last word in either number."""
    head, space, last = phrase.rpartition(" ")
    return {head + space + form for form in forms_of(last)}
