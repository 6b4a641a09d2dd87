"""The rules of a clock, read by programs that know nothing else of it."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from editorial.scheduling.away.zone_rules import changes, rules

START, END = datetime(2026, 1, 5, tzinfo=UTC), datetime(2027, 4, 20, tzinfo=UTC)
LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")


def text_of(zone: ZoneInfo) -> str:
    """The rules as they stand in a calendar."""
    return rules(zone, START, END).to_ical().decode()


class RulesTests:
    def test_they_say_when_the_clock_is_changed_by_the_clock_before(self):
        assert "BEGIN:DAYLIGHT\r\nDTSTART:20260329T010000\r\nTZNAME:BST\r\nTZOFFSETFROM:+0000" in text_of(LONDON)
        assert "BEGIN:STANDARD\r\nDTSTART:20261025T020000\r\nTZNAME:GMT\r\nTZOFFSETFROM:+0100" in text_of(LONDON)
        assert "BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZNAME:EDT\r\nTZOFFSETFROM:-0500" in text_of(NEW_YORK)
        assert "BEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZNAME:EST\r\nTZOFFSETFROM:-0400" in text_of(NEW_YORK)

    @pytest.mark.parametrize(
        "name", ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca", "UTC"]
    )
    def test_another_reader_gets_every_hour_right_from_them_alone(self, name):
        zone = ZoneInfo(name)
        read = tzical(StringIO(text_of(zone))).get()
        moment = START + timedelta(days=1)
        while moment < END:
            local = moment.astimezone(zone)
            if not local.fold:
                assert local.replace(tzinfo=read).utcoffset() == local.utcoffset(), local
            moment += timedelta(minutes=30)


class ChangesTests:
    def test_to_the_second(self):
        assert list(changes(LONDON, START, END)) == [
            datetime(2026, 3, 29, 1, tzinfo=UTC),
            datetime(2026, 10, 25, 1, tzinfo=UTC),
            datetime(2027, 3, 28, 1, tzinfo=UTC),
        ]

    def test_a_clock_that_is_never_changed_has_none(self):
        assert list(changes(ZoneInfo("Asia/Kolkata"), START, END)) == []
