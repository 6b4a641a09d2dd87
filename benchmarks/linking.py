"""How fast suggestions come while somebody writes: a page of 2,500 words among more and more names: ``make bench``.

Beside them, in the same run, a naive scan: one expression for each name, made beforehand, over the same texts.
"""

import argparse
import os
import random
import re
import time
from collections.abc import Callable

import django

NAMES = (100, 1000, 5000)
WORDS = 2500
#: Of the words of the page one in so many begins a name.
NAMED = 40
#: The best of so many counts: other work on the machine slows one down and never speeds one up.
TIMES = 7
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "ti", "vo", "zel", "mar", "bis", "cor")


def invented(rng: random.Random) -> str:
    """A word that no language has."""
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(3, 5)))


def invented_names(count: int, rng: random.Random) -> list[str]:
    """So many names of one to three words, each once."""
    names: dict[str, None] = {}
    while len(names) < count:
        names[" ".join(invented(rng) for _ in range(rng.choice([1, 2, 2, 3])))] = None
    return list(names)


def invented_page(names: list[str], rng: random.Random):
    """A page of paragraphs and notes in which some of the names stand."""
    from conditions.models import ConditionPage

    words = [rng.choice(names) if rng.randrange(NAMED) == 0 else invented(rng) for _ in range(WORDS)]
    paragraphs = [" ".join(words[at : at + 50]) for at in range(0, len(words), 50)]
    stored = []
    for number, paragraph in enumerate(paragraphs):
        heading = f"<h2>{invented(rng)}</h2>" if number % 5 == 0 else ""
        stored.append({"type": "text", "id": str(number), "value": f"{heading}<p>{paragraph}. <b>So</b> it is.</p>"})
    stream = ConditionPage._meta.get_field("body").stream_block
    # A page with a key asks the database for nothing.
    return ConditionPage(id=len(names) + 1, pk=len(names) + 1, body=stream.to_python(stored))


def seconds(work: Callable[[], object]) -> float:
    """The best of several counts."""
    best = float("inf")
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best


def measure(count: int) -> dict[str, float]:
    """Seconds for suggestions, for the naive scan and for making the names ready; and how many were suggested."""
    from editorial.linking.names import Kind, Name
    from editorial.linking.passages import parts_of
    from editorial.linking.suggestions import suggestions_for
    from editorial.linking.vocabulary import Vocabulary

    rng = random.Random(count)
    names = invented_names(count, rng)
    page = invented_page(names, rng)
    known = [Name(words, key, Kind.INGREDIENT, words) for key, words in enumerate(names, start=1)]
    begun = time.perf_counter()
    vocabulary = Vocabulary(known)
    made = time.perf_counter() - begun
    texts = [passage.html for part in parts_of(page) for passage in part.passages]
    naive = [re.compile(rf"\b{re.escape(name)}s?\b", re.IGNORECASE) for name in names]
    return {
        "suggested": len(suggestions_for(page, vocabulary)),
        "ours": seconds(lambda: suggestions_for(page, vocabulary)),
        "naive": seconds(lambda: [one.search(text) for one in naive for text in texts]),
        "made": made,
    }


def row(count: int, measured: dict[str, float]) -> str:
    """What was measured with so many names, and how often faster that is."""
    ours, naive = measured["ours"], measured["naive"]
    times = f"{ours * 1000:7.1f} ms  {naive * 1000:8.1f} ms  {naive / ours:6.1f}"
    return f"{count:>7}  {times}  {measured['made'] * 1000:8.0f} ms  {measured['suggested']:>9.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, nargs="*", default=NAMES)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    django.setup()
    print(f"Suggestions for a page of {WORDS} words, beside a naive scan of the same page")
    print(f"{'names':>7}  {'ours':>10}  {'naive':>11}  {'ratio':>6}  {'made ready':>11}  {'suggested':>9}")
    for count in options.names:
        print(row(count, measure(count)))


if __name__ == "__main__":
    main()
