"""What a calendar says beside its entries: a day is closed, two pages are in one slot, nothing goes live in a week."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.site_time import by_the_clock
from core.status import EXPIRING, RETIRED
from editorial.scheduling.calendar.ends import End
from editorial.scheduling.calendar.entries import Entry
from editorial.scheduling.calendar.period import monday_of
from editorial.scheduling.timetable import Timetable

COUNTS = {2: "Two", 3: "Three", 4: "Four", 5: "Five"}


@dataclass(frozen=True)
class Note:
    """One thing to say about a day, with its icon; a warning asks for somebody."""

    words: str
    icon: str = "warning"
    is_warning: bool = True


def notes_of(
    days: Mapping[date, Sequence[Entry | End]], times: Timetable, now: datetime, is_everything: bool = True
) -> dict[date, list[Note]]:
    """What to say on each of these days; a day without a word is left out.

    ``is_everything`` is false when some entries may be out of sight, and nobody can say that a week is empty. What
    there is to say of a week stands on its Monday.
    """
    notes = defaultdict(list)
    if is_everything:
        for monday in empty_weeks(days, times, by_the_clock(now).date()):
            notes[monday].append(Note("Nothing goes live this week"))
    for day, entries in days.items():
        if name := times.closed.get(day):
            notes[day].append(Note(f"Closed: {name}", "calendar", is_warning=False))
        notes[day] += [Note(words) for words in crowded_slots(entries, now)]
    return {day: said for day, said in notes.items() if said}


def crowded_slots(entries: Sequence[Entry | End], now: datetime) -> list[str]:
    """The moments to come at which more than one page goes live."""
    moments = Counter(entry.moment for entry in entries if goes_live(entry) and entry.moment > now)
    return [
        f"{COUNTS.get(count, count)} in one slot: {by_the_clock(moment):%H:%M}"
        for moment, count in sorted(moments.items())
        if count > 1
    ]


def empty_weeks(days: Mapping[date, Sequence[Entry | End]], times: Timetable, today: date) -> list[date]:
    """The Mondays of the whole weeks in which nothing goes live, although there is a slot and time left."""
    weeks = defaultdict(list)
    for day in days:
        weeks[monday_of(day)].append(day)
    return [
        monday
        for monday, week in weeks.items()
        if len(week) == 7 and week[-1] >= today and is_empty(week, days) and has_slot(week, times)
    ]


def is_empty(week: Sequence[date], days: Mapping[date, Sequence[Entry | End]]) -> bool:
    """Whether nothing goes live on any of these days."""
    return not any(goes_live(entry) for day in week for entry in days[day])


def has_slot(week: Sequence[date], times: Timetable) -> bool:
    """Whether a week is not wholly closed."""
    return any(times.slots_on(day) for day in week)


def goes_live(entry: Entry | End) -> bool:
    """Whether an entry is about something that readers get."""
    return entry.status not in {EXPIRING, RETIRED}
