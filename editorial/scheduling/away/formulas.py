"""Keeps a spreadsheet from taking somebody's words for a formula."""

import re

#: How formulas begin, also behind blanks.
FORMULA = re.compile(r"\s*[=+\-@]|[\t\r]")


def harmless(words: str) -> str:
    """Words as a cell of a CSV file may hold them: what looks like a formula begins with an apostrophe."""
    return f"'{words}" if FORMULA.match(words) else words
