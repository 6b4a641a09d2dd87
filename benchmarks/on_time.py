"""How long after its moment each page is live, with real workers and moments at random: ``make bench``."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.databases import Databases, databases, run, start

#: The upper ends of the histogram's rows, in seconds.
ENDS = [0.25, 0.5, 1, 2, 5, 10, 30, 60]
WIDTH = 40


@contextmanager
def workers(base: Databases, count: int) -> Iterator[None]:
    """So many workers, stopped at the end."""
    running = [start(base, "planned", "manage", "worker") for _ in range(count)]
    try:
        yield
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(60)


def measure(pages: int, seconds: int, count: int) -> tuple[str, list[float | None]]:
    """Plan pages, start workers and wait; the name of the database, and how late each page was."""
    with databases() as base:
        base.create("planned")
        try:
            run(base, "planned", "manage", "migrate", "--verbosity", "0")
            run(base, "planned", "benchmarks.due_pages", str(pages), "1")
            with workers(base, count):
                printed = run(base, "planned", "benchmarks.spread", str(seconds), str(count))
        finally:
            base.drop("planned")
    return base.name, json.loads(printed.strip().splitlines()[-1])


def histogram(late: list[float | None]) -> list[str]:
    """How many pages were live how soon, a row for each span of time that had any."""
    rows, known = [], sorted(one for one in late if one is not None)
    for begin, end in zip([0, *ENDS], [*ENDS, float("inf")], strict=True):
        if count := sum(begin <= one < end for one in known):
            bar = "█" * max(1, round(WIDTH * count / len(late)))
            name = f"{begin:g} to {end:g} s" if end < float("inf") else f"over {begin:g} s"
            rows.append(f"{name:>14}  {count:4}  {bar}")
    if never := late.count(None):
        rows.append(f"{'never':>14}  {never:4}")
    return rows


def verdict(late: list[float | None]) -> tuple[bool, str]:
    """Whether the promise was kept, and the figures: all within a minute, 99 of 100 within five seconds, none early."""
    known = [one for one in late if one is not None]
    early, minute, five = (sum(test(one) for one in known) for test in (is_early, is_in_a_minute, is_in_five_seconds))
    is_kept = early == 0 and minute == len(late) and five >= 0.99 * len(late)
    figures = f"{minute / len(late):.1%} within 60 s, {five / len(late):.1%} within 5 s, {early} too early"
    return is_kept, f"{'kept' if is_kept else 'BROKEN'}: {figures}"


def is_early(late: float) -> bool:
    """Live before its moment."""
    return late < 0


def is_in_a_minute(late: float) -> bool:
    """Live no later than a minute after its moment."""
    return 0 <= late <= 60


def is_in_five_seconds(late: float) -> bool:
    """Live no later than five seconds after its moment."""
    return 0 <= late <= 5


def main() -> None:
    """Measure, print, and fail when the promise was not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    database, late = measure(options.pages, options.seconds, options.workers)
    is_kept, words = verdict(late)
    span = f"at random seconds of {options.seconds} s"
    print(f"{options.pages} posts due {span}, {options.workers} workers on {database}, live after its moment:")
    print("\n".join(histogram(late)))
    print(words)
    sys.exit(not is_kept)


if __name__ == "__main__":
    main()
