"""A month in whole weeks, a week from Monday, four weeks of an agenda; by the site's clock."""

from datetime import UTC, date, datetime, timedelta

import pytest

from editorial.scheduling.calendar.period import Period, View, monday_of

NOVEMBER = Period(View.MONTH, date(2026, 11, 24))
WEEK = Period(View.WEEK, date(2026, 11, 24))
AGENDA = Period(View.AGENDA, date(2026, 11, 24))


class PeriodTests:
    def test_a_month_is_shown_in_whole_weeks(self):
        assert (NOVEMBER.first, NOVEMBER.last) == (date(2026, 10, 26), date(2026, 12, 6))
        assert len(NOVEMBER.days) % 7 == 0

    def test_a_february_that_fills_its_weeks_has_four(self):
        assert len(Period(View.MONTH, date(2027, 2, 9)).days) == 28

    def test_a_week_runs_from_monday_to_sunday(self):
        assert (WEEK.first, WEEK.last) == (date(2026, 11, 23), date(2026, 11, 29))

    def test_an_agenda_begins_on_the_day_itself(self):
        assert (AGENDA.first, AGENDA.last) == (date(2026, 11, 24), date(2026, 12, 21))

    @pytest.mark.parametrize("view", View)
    @pytest.mark.parametrize("on", [date(2026, 1, 31), date(2026, 12, 31), date(2028, 2, 29)])
    def test_periods_follow_each_other_without_a_gap(self, view, on):
        period = Period(view, on)
        later, earlier = Period(view, period.following), Period(view, period.previous)
        if view == View.MONTH:
            assert later.on.month == on.month % 12 + 1
            assert earlier.on.month == (on.month - 2) % 12 + 1
        else:
            assert later.first == period.last + timedelta(days=1)
            assert earlier.last == period.first - timedelta(days=1)

    def test_days_begin_at_midnight_of_the_site_s_clock_in_summer_too(self):
        assert Period(View.WEEK, date(2026, 7, 15)).start == datetime(2026, 7, 12, 23, tzinfo=UTC)
        assert WEEK.end == datetime(2026, 11, 30, tzinfo=UTC)

    def test_it_is_named(self):
        assert (NOVEMBER.title, WEEK.title) == ("November 2026", "23 Nov to 29 Nov 2026")

    def test_days_of_the_months_beside_are_told_apart_in_a_month_alone(self):
        assert NOVEMBER.is_outside(date(2026, 12, 1))
        assert not NOVEMBER.is_outside(date(2026, 11, 1))
        assert not AGENDA.is_outside(date(2026, 12, 1))


class MondayOfTests:
    def test_a_monday_is_its_own(self):
        assert monday_of(date(2026, 11, 23)) == monday_of(date(2026, 11, 29)) == date(2026, 11, 23)
