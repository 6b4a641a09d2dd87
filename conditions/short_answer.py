"""The short answer of a question: the sentence that answers, and what it adds."""

import re

#: A full stop that ends no sentence.
ABBREVIATIONS = ("e.g.", "i.e.", "approx.", "vs.", "Dr.", "Prof.", "St.", "no.")
#: The end of a sentence, closing quotes and brackets included, and the beginning of another.
BOUNDARY = re.compile(r"[.!?…][”’\")\]]*\s+(?=[“‘\"(\[]*[A-Z0-9])")


def first_sentence(answer: str) -> tuple[str, str]:
    """The first sentence of an answer, and the rest of it."""
    answer = answer.strip()
    for boundary in BOUNDARY.finditer(answer):
        first = answer[: boundary.end()].strip()
        if not first.endswith(ABBREVIATIONS):
            return first, answer[boundary.end() :].strip()
    return answer, ""
