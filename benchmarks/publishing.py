"""How long a run takes to publish what is due, beside Wagtail's own command: ``make bench``.

Every contestant gets a copy of one database and a process of its own. They take turns, forwards and backwards, and the
best of each counts: other work on the machine slows a turn down and never speeds one up. Compare within one table only.
"""

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.databases import Databases, databases, run


@dataclass(frozen=True)
class Contestant:
    """Whose command runs, and where its tasks go."""

    name: str
    command: str
    tasks: str


STOCK = Contestant("stock as it comes: tasks done at once", "stock", "at once")
CONTESTANTS = [STOCK, Contestant("stock, tasks queued", "stock", "queued"), Contestant("ours", "ours", "queued")]


@dataclass(frozen=True)
class Turn:
    """What one contestant needed: until every page was live, and until the queue was empty as well."""

    live: int
    queued: int
    publishing: dict
    draining: dict

    def until_live(self, clock: str) -> float:
        """Seconds until the last page was live, by the wall clock or of the processor."""
        return self.publishing[clock]

    def until_drained(self, clock: str) -> float:
        """Seconds until nothing was left to do."""
        return self.publishing[clock] + self.draining[clock]


def measure(pages: int, turns: int) -> tuple[str, dict[Contestant, list[Turn]]]:
    """Let the contestants take turns; the name of the database, and every turn."""
    measured: dict[Contestant, list[Turn]] = {contestant: [] for contestant in CONTESTANTS}
    with databases() as base:
        base.create("filled")
        try:
            run(base, "filled", "manage", "migrate", "--verbosity", "0")
            run(base, "filled", "benchmarks.due_pages", str(pages))
            for number in range(turns):
                for contestant in CONTESTANTS if number % 2 == 0 else reversed(CONTESTANTS):
                    measured[contestant].append(take_turn(base, contestant))
        finally:
            base.drop("filled")
    return base.name, measured


def take_turn(base: Databases, contestant: Contestant) -> Turn:
    """Publish everything in a fresh copy."""
    base.copy("filled", "copy")
    try:
        printed = run(base, "copy", "benchmarks.publish_once", contestant.command, contestant.tasks)
    finally:
        base.drop("copy")
    return Turn(**json.loads(printed.strip().splitlines()[-1]))


def table(pages: int, measured: dict[Contestant, list[Turn]]) -> list[str]:
    """The best turns of each contestant beside those of the stock command, in words for a terminal."""
    lines = [f"{'':38}  {'all live in':24}  {'queue empty in':24}  queries a page  tasks a page"]
    for one, turns in measured.items():
        if any(turn.live != pages for turn in turns):
            lines.append(f"{one.name:38}  left pages behind: {[turn.live for turn in turns]} of {pages}")
            continue
        columns = [beside_stock(measured, one, until) for until in (Turn.until_live, Turn.until_drained)]
        queries = f"{turns[0].publishing['statements'] / pages:.0f} + {turns[0].draining['statements'] / pages:.0f}"
        lines.append(f"{one.name:38}  {'  '.join(columns)}  {queries:14}  {turns[0].queued / pages:.0f}")
    return lines


def beside_stock(measured: dict[Contestant, list[Turn]], one: Contestant, until: Callable) -> str:
    """The best turn in seconds, with its share of stock's best by the wall clock and by the processor's."""
    best = {
        (who, clock): min(until(turn, clock) for turn in measured[who])
        for who in (STOCK, one)
        for clock in ("seconds", "processor")
    }
    wall, processor = (best[one, clock] / best[STOCK, clock] for clock in ("seconds", "processor"))
    return f"{best[one, 'seconds']:6.1f} s {wall:4.0%} (cpu {processor:4.0%})"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--turns", type=int, default=2)
    options = parser.parse_args()
    database, measured = measure(options.pages, options.turns)
    print(f"{options.pages} due posts on {database}, the best of {options.turns} turns each")
    print("\n".join(table(options.pages, measured)))


if __name__ == "__main__":
    main()
