"""How the calendar bears many items: a month of 50 and of 500, among ten times as many: ``make bench``."""

import argparse
import json

from benchmarks.databases import databases, run

FEW, MANY = 500, 5000


def measure(few: int, many: int) -> tuple[str, dict[str, list[float]]]:
    """The name of the database, and for each view seconds and queries with few items, then with many."""
    with databases() as base:
        base.create("planned")
        try:
            run(base, "planned", "manage", "migrate", "--verbosity", "0")
            printed = run(base, "planned", "benchmarks.calendar_views", str(few), str(many))
        finally:
            base.drop("planned")
    return base.name, json.loads(printed.strip().splitlines()[-1])


def table(few: int, many: int, measured: dict[str, list[list[float]]]) -> list[str]:
    """A row for each view: seconds with few and with many, how they compare, and the queries."""
    rows = [f"{'':>8}  {few:>7}  {many:>7}   ratio  queries"]
    for view, ((fast, queries), (slow, more)) in measured.items():
        rows.append(f"{view:>8}  {fast:5.2f} s  {slow:5.2f} s  {slow / fast:5.1f}  {queries} and {more}")
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--few", type=int, default=FEW)
    parser.add_argument("--many", type=int, default=MANY)
    options = parser.parse_args()
    name, measured = measure(options.few, options.many)
    print(f"The calendar, a tenth of all items in the month shown, {name}")
    print("\n".join(table(options.few, options.many, measured)))


if __name__ == "__main__":
    main()
