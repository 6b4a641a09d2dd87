"""What a reader typed, made safe for every search backend."""

import re
import unicodedata

LONGEST = 200
MOST_WORDS = 12
WORD = re.compile(r"\w+(?:['’]\w+)*")


def tidy(typed: str) -> str:
    """The first words of what was typed, without anything a search backend could read as an instruction."""
    plain = unicodedata.normalize("NFKC", typed[:LONGEST])
    return " ".join(WORD.findall(plain)[:MOST_WORDS])
