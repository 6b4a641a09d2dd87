"""Reads a calendar file as strictly as the standard allows."""

from icalendar import Calendar, Event
from icalendar.parser import Contentlines


def strictly_read(text: bytes) -> Calendar:
    """The calendar, once everything about it is as RFC 5545 asks."""
    for line in text.split(b"\r\n"):
        assert b"\n" not in line and b"\r" not in line, line
        assert len(line) <= 75, line
    assert text.endswith(b"END:VCALENDAR\r\n")
    assert Contentlines.from_ical(text)
    calendar = Calendar.from_ical(text)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    for component in calendar.walk():
        assert component.errors == [], component.errors
        assert [name for name in component.required if name not in component] == []
        assert [name for name in component.singletons if isinstance(component.get(name), list)] == []
        assert [name for name in component.exclusive if name in component] in ([], ["DURATION"], ["DTEND"])
    names = [event["UID"] for event in calendar.events]
    assert len(names) == len(set(names))
    for event in calendar.events:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
    assert calendar.get_missing_tzids() == set()
    return calendar


def event_about(calendar: Calendar, words: str) -> Event:
    """The one event whose summary begins with some words."""
    (found,) = [event for event in calendar.events if event["SUMMARY"].startswith(words)]
    return found
