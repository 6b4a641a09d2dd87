"""The timetable: times of the weekdays, closed days, and the two days a year on which the clock is changed."""

from datetime import UTC, date, datetime, time

import pytest

from editorial.scheduling.models import ClosedDay, Slot
from editorial.scheduling.timetable import USUAL_TIMES, Timetable, may_set, moment_of, timetable
from tests.editorial.scheduling.mornings import planned

NINE, HALF_PAST_ONE, HALF_PAST_TWO = time(9), time(1, 30), time(2, 30)
CHRISTMAS = date(2026, 12, 25)
MONDAY = date(2026, 3, 2)


def utc(*parts: int) -> datetime:
    """A moment in UTC."""
    return datetime(*parts, tzinfo=UTC)


class SlotsOnTests:
    def test_a_weekday_has_nine_as_long_as_nothing_is_set(self):
        assert Timetable().slots_on(MONDAY) == [utc(2026, 3, 2, 9)]
        assert Timetable().slots_on(date(2026, 3, 7)) == []

    def test_a_day_may_have_several_and_the_earliest_comes_first(self):
        sundays = Timetable({6: [time(14, 30), NINE]})
        assert sundays.slots_on(date(2026, 3, 8)) == [utc(2026, 3, 8, 9), utc(2026, 3, 8, 14, 30)]
        assert sundays.slots_on(MONDAY) == []

    def test_a_closed_day_has_none(self):
        assert Timetable(closed={CHRISTMAS: "Christmas Day"}).slots_on(CHRISTMAS) == []

    def test_two_times_that_come_to_the_same_moment_are_one_slot(self, settings):
        settings.TIME_ZONE = "Europe/London"
        nights = Timetable({6: [HALF_PAST_ONE, HALF_PAST_TWO]})
        assert nights.slots_on(date(2026, 3, 29)) == [utc(2026, 3, 29, 1, 30)]


class FreeOnTests:
    def test_what_is_taken_or_over_is_not_free(self):
        times = Timetable({0: [NINE, time(14)]}, taken=frozenset({utc(2026, 3, 2, 9)}))
        assert times.free_on(MONDAY, utc(2026, 3, 2, 8)) == [utc(2026, 3, 2, 14)]
        assert times.free_on(MONDAY, utc(2026, 3, 2, 14)) == []

    @pytest.mark.django_db
    def test_what_is_taken_is_read_along_in_the_one_query(self, site_tree, clock, django_assert_num_queries):
        ClosedDay.objects.create(date=CHRISTMAS, name="Christmas Day")
        Slot.objects.create(weekday=0, time=NINE)
        for moment in (utc(2026, 3, 2, 9), utc(2026, 3, 9, 9)):
            planned(moment)
        with django_assert_num_queries(1):
            times = timetable(MONDAY, date(2026, 3, 8), with_taken=True)
        assert (times.times, times.closed, times.taken) == ({0: [NINE]}, {}, {utc(2026, 3, 2, 9)})
        assert timetable(MONDAY, CHRISTMAS, with_taken=True).closed == {CHRISTMAS: "Christmas Day"}
        assert timetable(MONDAY, CHRISTMAS).taken == frozenset()


class MomentOfTests:
    @pytest.mark.parametrize(
        ("zone", "day", "at", "moment"),
        [
            ("Europe/London", date(2026, 3, 28), NINE, utc(2026, 3, 28, 9)),
            ("Europe/London", date(2026, 3, 29), NINE, utc(2026, 3, 29, 8)),
            # Skipped: half past one becomes half past two.
            ("Europe/London", date(2026, 3, 29), HALF_PAST_ONE, utc(2026, 3, 29, 1, 30)),
            # Told twice: the first time counts.
            ("Europe/London", date(2026, 10, 25), HALF_PAST_ONE, utc(2026, 10, 25, 0, 30)),
            ("America/New_York", date(2026, 3, 7), NINE, utc(2026, 3, 7, 14)),
            ("America/New_York", date(2026, 3, 8), HALF_PAST_TWO, utc(2026, 3, 8, 7, 30)),
            ("America/New_York", date(2026, 11, 1), HALF_PAST_ONE, utc(2026, 11, 1, 5, 30)),
            ("America/New_York", date(2026, 11, 1), NINE, utc(2026, 11, 1, 14)),
        ],
    )
    def test_nine_is_nine_and_a_skipped_time_comes_later(self, settings, zone, day, at, moment):
        settings.TIME_ZONE = zone
        assert moment_of(day, at) == moment


@pytest.mark.django_db
class TimetableTests:
    def test_without_slots_it_is_weekdays_at_nine(self):
        assert timetable(MONDAY, CHRISTMAS) == Timetable(USUAL_TIMES, {})

    def test_it_reads_slots_and_what_is_closed_meanwhile_in_one_query(self, django_assert_num_queries):
        Slot.objects.create(weekday=5, time=NINE)
        Slot.objects.create(weekday=5, time=time(14, 30))
        for day in (date(2026, 3, 1), MONDAY, CHRISTMAS, date(2026, 12, 26)):
            ClosedDay.objects.create(date=day, name=f"Closed {day}")
        with django_assert_num_queries(1):
            found = timetable(MONDAY, CHRISTMAS)
        assert {weekday: sorted(times) for weekday, times in found.times.items()} == {5: [NINE, time(14, 30)]}
        assert found.closed == {MONDAY: "Closed 2026-03-02", CHRISTMAS: "Closed 2026-12-25"}


@pytest.mark.django_db
class MaySetTests:
    def test_editors_and_administrators_may(self, editor, administrator, writer, reviewer, commerce):
        people = (editor, administrator, writer, reviewer, commerce)
        assert [may_set(user) for user in people] == [True, True, False, False, False]
