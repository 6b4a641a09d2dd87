"""Reading closed days from an .ics file: each day of each all-day event that is still to come.

The file comes from anywhere. Whatever is wrong with it is said, and nothing in it can keep the site busy.
"""

import time as clock
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event, vRecur

MAX_BYTES, MAX_LINES = 1_000_000, 50_000
MAX_DAYS = 400
#: How long events may take that come again and again; a holiday calendar takes a hundredth of it.
MAX_SECONDS = 5
#: A day cannot come every second.
FREQUENCIES = {"YEARLY", "MONTHLY", "WEEKLY", "DAILY"}
NO_CALENDAR = "This is no calendar file: choose one that ends in .ics."
TOO_LARGE = "This file is too large: choose one with the closed days alone, 1 MB at most."
TOO_LONG = "The events of this file repeat too often: choose one with the closed days alone."


class UnusableFileError(Exception):
    """A file that closes no day, with the reason in words for whoever chose it."""


@dataclass
class ClosedDaysFile:
    """What a file says: the days with their names, in order, and how much of it was left out."""

    days: dict[date, str] = field(default_factory=dict)
    timed: int = 0
    unreadable: int = 0
    is_cut: bool = False


def read(content: bytes, first: date, last: date) -> ClosedDaysFile:
    """The closed days of a file from ``first`` on; what comes again does so until ``last``.

    Raises ``UnusableFileError`` when there is none.
    """
    events = events_of(content)
    replaced = {(uid_of(event), moved) for event in events if (moved := moved_from(event))}
    found, deadline = ClosedDaysFile(), clock.monotonic() + MAX_SECONDS
    for event in events:
        try:
            add(found, event, replaced, Span(first, last, deadline))
        except UnusableFileError:
            raise
        except Exception:
            # Anything can be wrong with one event, and the libraries say so in many ways; the others still count.
            found.unreadable += 1
    found.is_cut = len(found.days) > MAX_DAYS
    found.days = dict(sorted(found.days.items())[:MAX_DAYS])
    if not found.days:
        raise UnusableFileError("No event in this file lasts all day and is still to come, so it closes no day.")
    return found


@dataclass(frozen=True)
class Span:
    """The days that are looked at, and the moment by which that is to be done."""

    first: date
    last: date
    deadline: float

    def check(self) -> None:
        """Raise ``UnusableFileError`` once it takes too long."""
        if clock.monotonic() > self.deadline:
            raise UnusableFileError(TOO_LONG)


def events_of(content: bytes) -> list[Event]:
    """The events of all calendars in a file."""
    text = text_of(content)
    if text.count("\n") > MAX_LINES:
        raise UnusableFileError(TOO_LARGE)
    try:
        calendars = [one for one in Calendar.from_ical(text, multiple=True) if one.name == "VCALENDAR"]
        events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except Exception as error:
        # The parser raises whatever it stumbles over.
        raise UnusableFileError(NO_CALENDAR) from error
    if not calendars:
        raise UnusableFileError(NO_CALENDAR)
    return events


def text_of(content: bytes) -> str:
    """The text of a file: UTF-8 as the standard says, or else what older programs of the West write."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def add(found: ClosedDaysFile, event: Event, replaced: set[tuple[str, date]], span: Span) -> None:
    """Add the days of one event; the first name a day is given stays."""
    if isinstance(event.start, datetime):
        found.timed += 1
        return
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return
    name, length = name_of(event), max((event.end - event.start).days, 1)
    for start in starts(event, span):
        if moved_from(event) is None and (uid_of(event), start) in replaced:
            continue
        for day in days_from(start, length, span.first):
            found.days.setdefault(day, name)


def starts(event: Event, span: Span) -> Iterator[date]:
    """The first day of each time an event comes."""
    left_out = set(event.exdates)
    days = {event.start} | {day for day, _ in event.rdates}
    if moved_from(event) is None:
        days |= {day for rule in event.rrules for day in repeated(rule, event.start, span)}
    yield from sorted(days - left_out)


def repeated(rule: vRecur, start: date, span: Span) -> Iterator[date]:
    """The days a rule names from a start until the end of the span."""
    if rule["FREQ"][0] not in FREQUENCIES:
        raise ValueError(rule)
    # Here as well, as a rule may name no day at all, which takes it a while to find out.
    span.check()
    for moment in rrulestr(rule.to_ical().decode(), dtstart=datetime.combine(start, time()), ignoretz=True):
        span.check()
        if moment.date() > span.last:
            return
        yield moment.date()


def days_from(start: date, length: int, first: date) -> Iterator[date]:
    """The days of one event that are not over yet, not more than a file may have."""
    skipped = max((first - start).days, 0)
    for number in range(skipped, min(length, skipped + MAX_DAYS + 1)):
        yield start + timedelta(days=number)


def moved_from(event: Event) -> date | None:
    """The day that an event stands in for, when it replaces one of a row."""
    moved = event.get("RECURRENCE-ID")
    return getattr(moved, "dt", None)


def uid_of(event: Event) -> str:
    """What the events of one row have in common."""
    return str(event.get("UID", ""))


def name_of(event: Event) -> str:
    """What an event is called, in one line that fits."""
    summary = event.get("SUMMARY", "")
    words = " ".join(str(summary[0] if isinstance(summary, list) else summary).replace("\0", "").split())
    return words[:100].strip() or "Closed"
