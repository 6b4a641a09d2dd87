"""What a calendar says beside its entries."""

from datetime import date, time, timedelta

import pytest

from blog.models import BlogPostPage
from core.status import DRAFT, EXPIRING, LIVE, RETIRED, SCHEDULED
from editorial.scheduling.calendar.entries import Entry
from editorial.scheduling.calendar.warnings import notes_of
from editorial.scheduling.timetable import Timetable
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN

# A page that is made asks for its content type.
pytestmark = pytest.mark.django_db

#: The week of the clock, a Monday first.
MONDAY = EIGHT.date()
WEEK = [MONDAY + timedelta(days=number) for number in range(7)]
DAY = timedelta(days=1)


def entry(moment=NINE, status=SCHEDULED) -> Entry:
    """A page on the calendar."""
    return Entry(BlogPostPage(title="Calm"), moment, status)


def said(*entries: Entry, days=WEEK, times=None, now=EIGHT, **options) -> dict[date, list[str]]:
    """What is said on each day when these entries stand on it."""
    on = {day: [one for one in entries if one.moment.date() == day] for day in days}
    notes = notes_of(on, times or Timetable(), now, **options)
    return {day: [note.words for note in said] for day, said in notes.items()}


class CrowdedSlotTests:
    def test_two_in_one_slot_are_told_with_its_time(self):
        assert said(entry(), entry()) == {MONDAY: ["Two in one slot: 09:00"]}
        assert said(entry(), entry(), entry(), entry(TEN), entry(TEN)) == {
            MONDAY: ["Three in one slot: 09:00", "Two in one slot: 10:00"]
        }
        assert said(*[entry()] * 7) == {MONDAY: ["7 in one slot: 09:00"]}

    def test_one_each_is_as_it_should_be(self):
        assert said(entry(), entry(TEN)) == {}

    def test_a_draft_with_a_date_takes_room_and_what_ends_does_not(self):
        assert said(entry(), entry(status=DRAFT)) == {MONDAY: ["Two in one slot: 09:00"]}
        assert said(entry(), entry(status=EXPIRING), entry(status=RETIRED)) == {}

    def test_what_has_passed_needs_no_warning(self):
        assert said(entry(status=LIVE), entry(status=LIVE), now=NINE) == {}

    def test_the_time_is_the_sites(self, settings):
        settings.TIME_ZONE = "America/New_York"
        assert said(entry(NINE + DAY), entry(NINE + DAY)) == {MONDAY + DAY: ["Two in one slot: 04:00"]}


class ClosedDayTests:
    def test_a_closed_day_says_why(self):
        times = Timetable(closed={WEEK[2]: "Stocktaking"})
        assert said(entry(), times=times) == {WEEK[2]: ["Closed: Stocktaking"]}

    def test_that_is_no_warning(self):
        notes = notes_of({MONDAY: []}, Timetable(closed={MONDAY: "Stocktaking"}), EIGHT)
        assert [note.is_warning for note in notes[MONDAY]] == [False]


class EmptyWeekTests:
    WORDS = {MONDAY: ["Nothing goes live this week"]}

    def test_it_is_said_on_its_monday(self):
        assert said() == self.WORDS
        assert said(entry(NINE + 6 * DAY)) == {}

    def test_what_only_ends_leaves_it_empty(self):
        assert said(entry(status=EXPIRING)) == self.WORDS

    def test_what_went_live_on_monday_counts_until_sunday(self):
        assert said(entry(status=LIVE), now=NINE + 3 * DAY) == {}

    def test_it_is_said_until_the_week_is_over(self):
        assert said(now=NINE + 6 * DAY) == self.WORDS
        assert said(now=NINE + 7 * DAY) == {}

    @pytest.mark.parametrize(
        ("times", "closed", "is_said"),
        [
            ({}, WEEK[:5], False),
            ({}, WEEK[:4], True),
            ({5: [time(9)]}, WEEK[:5], True),
            ({0: [time(9)]}, WEEK[:1], False),
        ],
    )
    def test_a_week_whose_slots_are_all_closed_may_be_empty(self, times, closed, is_said):
        names = dict.fromkeys(closed, "Stocktaking")
        table = Timetable(times, names) if times else Timetable(closed=names)
        assert ("Nothing goes live this week" in said(times=table).get(MONDAY, [])) is is_said

    def test_of_half_a_week_nothing_is_known(self):
        assert said(days=WEEK[1:]) == {}

    def test_who_does_not_see_everything_is_not_told(self):
        assert said(is_everything=False) == {}
