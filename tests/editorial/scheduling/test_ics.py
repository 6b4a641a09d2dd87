"""Closed days from an .ics file."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.scheduling import ics
from editorial.scheduling.ics import MAX_DAYS, MAX_LINES, NO_CALENDAR, TOO_LARGE, UnusableFileError, read
from tests.editorial.scheduling.calendar_files import CHRISTMAS, file_of

TODAY, IN_TWO_YEARS = date(2026, 3, 2), date(2028, 3, 1)


def days(*events: str) -> dict[str, str]:
    """The days these events close, with their names."""
    return {day.isoformat(): name for day, name in read(file_of(*events), TODAY, IN_TWO_YEARS).days.items()}


class ReadTests:
    def test_an_all_day_event_closes_its_day(self):
        assert days(CHRISTMAS) == {"2026-12-25": "Christmas Day"}

    def test_without_an_end_it_is_one_day(self):
        assert days("DTSTART;VALUE=DATE:20261225") == {"2026-12-25": "Closed"}
        assert list(days("DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261225")) == ["2026-12-25"]

    def test_each_day_of_a_longer_one_is_closed(self):
        winter = "DTSTART;VALUE=DATE:20261230\nDTEND;VALUE=DATE:20270102\nSUMMARY:Winter break"
        assert days(winter) == dict.fromkeys(("2026-12-30", "2026-12-31", "2027-01-01"), "Winter break")
        assert len(days("DTSTART;VALUE=DATE:20261230\nDURATION:P1W")) == 7

    def test_what_is_over_is_left_out(self):
        assert list(days("DTSTART;VALUE=DATE:20260227\nDTEND;VALUE=DATE:20260304")) == ["2026-03-02", "2026-03-03"]

    def test_a_row_comes_for_two_years(self):
        assert list(days("DTSTART;VALUE=DATE:19701225\nRRULE:FREQ=YEARLY")) == ["2026-12-25", "2027-12-25"]
        rule = "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"
        assert list(days(f"DTSTART;VALUE=DATE:20201126\nRRULE:{rule}")) == ["2026-11-26", "2027-11-25"]
        assert len(days("DTSTART;VALUE=DATE:20261225\nRRULE:FREQ=WEEKLY;COUNT=3")) == 3
        assert len(days("DTSTART;VALUE=DATE:20261225\nRRULE:FREQ=DAILY;UNTIL=20261228T000000Z")) == 4

    def test_a_row_leaves_out_and_moves_what_it_says(self):
        row = "DTSTART;VALUE=DATE:20260401\nRRULE:FREQ=MONTHLY;COUNT=4\nEXDATE;VALUE=DATE:20260501\nSUMMARY:Stocktaking"
        moved = "UID:0\nRECURRENCE-ID;VALUE=DATE:20260601\nDTSTART;VALUE=DATE:20260602\nSUMMARY:Late"
        content = file_of(row).replace(b"END:VCALENDAR", f"BEGIN:VEVENT\n{moved}\nEND:VEVENT\nEND:VCALENDAR".encode())
        found = read(content, TODAY, IN_TWO_YEARS).days
        assert [f"{day:%d %b}" for day in found] == ["01 Apr", "02 Jun", "01 Jul"]

    def test_what_is_cancelled_closes_nothing(self):
        assert list(days(CHRISTMAS, "DTSTART;VALUE=DATE:20261231\nSTATUS:CANCELLED")) == ["2026-12-25"]

    def test_a_day_keeps_its_first_name(self):
        assert days(CHRISTMAS, CHRISTMAS.replace("Christmas Day", "Noel")) == {"2026-12-25": "Christmas Day"}

    def test_what_has_a_time_or_cannot_be_read_is_counted(self):
        found = read(
            file_of(
                CHRISTMAS,
                "DTSTART:20260401T090000Z\nSUMMARY:A meeting",
                "DTSTART;VALUE=DATE:20261399",
                "DTSTART;VALUE=DATE:20260401\nRRULE:FREQ=SECONDLY",
                "SUMMARY:Some day",
            ),
            TODAY,
            IN_TWO_YEARS,
        )
        assert (len(found.days), found.timed, found.unreadable, found.is_cut) == (1, 1, 3, False)

    @pytest.mark.parametrize(
        "event", ["DTSTART;VALUE=DATE:20260401\nRRULE:FREQ=DAILY", "DTSTART;VALUE=DATE:20200101\nDTEND:99990101"]
    )
    def test_a_file_closes_400_days_at_most(self, event):
        found = read(file_of(event), TODAY, IN_TWO_YEARS)
        assert (len(found.days), found.is_cut) == (MAX_DAYS, True)
        assert max(found.days) - min(found.days) == timedelta(days=MAX_DAYS - 1)

    def test_names_are_one_line_that_fits(self):
        (name,) = days("DTSTART;VALUE=DATE:20261225\nSUMMARY:The office\\n  is shut" + " and cold" * 30).values()
        assert name.startswith("The office is shut and cold and cold")
        assert len(name) <= 100

    def test_old_files_are_read_as_they_were_written(self):
        content = file_of(CHRISTMAS.replace("Christmas Day", "Noël")).decode().encode("latin-1")
        assert list(read(content, TODAY, IN_TWO_YEARS).days.values()) == ["Noël"]
        assert read(b"\xef\xbb\xbf" + file_of(CHRISTMAS), TODAY, IN_TWO_YEARS).days

    def test_days_far_ahead_are_taken_when_they_are_named(self):
        assert list(days("DTSTART;VALUE=DATE:20321225")) == ["2032-12-25"]


class UnusableFileTests:
    def refusal(self, content: bytes) -> str:
        """What is said about a file."""
        with pytest.raises(UnusableFileError) as refused:
            read(content, TODAY, IN_TWO_YEARS)
        return str(refused.value)

    @pytest.mark.parametrize(
        "content",
        [b"", b"hello", b"\x89PNG\r\n\x1a\n\0\0", b"BEGIN:VCALENDAR", b"BEGIN:VEVENT\nEND:VEVENT", b"END:VCALENDAR"],
    )
    def test_what_is_no_calendar_is_called_so(self, content):
        assert self.refusal(content) == NO_CALENDAR

    def test_a_file_of_countless_lines_is_too_large(self):
        assert self.refusal(file_of("X:1\n" * MAX_LINES)) == TOO_LARGE

    @pytest.mark.parametrize("event", ["DTSTART:20260401T090000Z", "DTSTART;VALUE=DATE:20200101"])
    def test_a_file_that_closes_no_day_says_so(self, event):
        words = "No event in this file lasts all day and is still to come, so it closes no day."
        assert self.refusal(file_of(event)) == words
        assert self.refusal(file_of()) == words

    @pytest.mark.parametrize("rule", ["FREQ=DAILY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"])
    def test_what_repeats_without_end_is_stopped(self, monkeypatch, rule):
        monkeypatch.setattr(ics, "MAX_SECONDS", -1)
        assert "repeat too often" in self.refusal(file_of(f"DTSTART;VALUE=DATE:20260401\nRRULE:{rule}"))

    @settings(max_examples=150, deadline=None)
    @given(
        st.lists(
            st.sampled_from(
                [
                    "BEGIN:VCALENDAR",
                    "END:VCALENDAR",
                    "BEGIN:VEVENT",
                    "END:VEVENT",
                    "DTSTART;VALUE=DATE:20261225",
                    "DTSTART:20261225T090000",
                    "DTEND;VALUE=DATE:00010101",
                    "DTSTART;VALUE=DATE:99991231",
                    "DURATION:-P9999D",
                    "RRULE:FREQ=YEARLY;INTERVAL=0",
                    "RRULE:",
                    "RDATE:20261231T000000Z/P1D",
                    "EXDATE:soon",
                    "RECURRENCE-ID:20261225",
                    "SUMMARY:\0",
                    "SUMMARY;X=1,2:a",
                    ";:",
                ]
            )
        )
    )
    def test_no_file_is_a_fault(self, lines):
        try:
            found = read("\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines]).encode(), TODAY, IN_TWO_YEARS)
        except UnusableFileError:
            return
        assert found.days
