"""The rules of a clock as calendars elsewhere read them: a VTIMEZONE with each time it is changed.

Written here because icalendar dates the hour that is skipped in spring by the clock after it; the standard (RFC 5545,
3.6.5) has it by the clock before, and a program that goes by the rules would be an hour late that morning.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

DAY = timedelta(days=1)


def rules(zone: ZoneInfo, start: datetime, end: datetime) -> Timezone:
    """The rules of a zone for everything between two moments."""
    start = start.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    timezone = Timezone()
    timezone.add("TZID", zone.key)
    timezone.add_component(rule(zone, start, start))
    for moment in changes(zone, start, end):
        timezone.add_component(rule(zone, moment - timedelta(seconds=1), moment))
    return timezone


def rule(zone: ZoneInfo, before: datetime, moment: datetime) -> TimezoneStandard | TimezoneDaylight:
    """What the clock does from a moment on."""
    old, new = before.astimezone(zone), moment.astimezone(zone)
    observance = TimezoneDaylight() if new.dst() else TimezoneStandard()
    observance.add("DTSTART", moment.astimezone(UTC).replace(tzinfo=None) + old.utcoffset())
    observance.add("TZOFFSETFROM", old.utcoffset())
    observance.add("TZOFFSETTO", new.utcoffset())
    observance.add("TZNAME", new.tzname())
    return observance


def changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """The moments between two others at which the clock is changed."""
    moment = start.astimezone(UTC).replace(microsecond=0)
    while moment < end:
        if offset(zone, moment) != offset(zone, moment + DAY):
            yield first_after_change(zone, moment, moment + DAY)
        moment += DAY


def first_after_change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The second at which the clock is changed, somewhere between two moments."""
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        before, after = (middle, after) if offset(zone, middle) == offset(zone, before) else (before, middle)
    return after


def offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    """How far the clock is ahead at a moment."""
    return moment.astimezone(zone).utcoffset()
