"""Times by the site's clock."""

from datetime import UTC, datetime

import pytest
import time_machine

from core.site_time import (
    EARLIER,
    LATER,
    by_the_clock,
    in_words,
    is_told_once,
    moment_in,
    readings,
    with_zone,
    zone_name,
)

SKIPPED = datetime(2026, 3, 29, 1, 30)
TWICE = datetime(2026, 10, 25, 1, 30)


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel(datetime(2026, 11, 2, 8, tzinfo=UTC), tick=False):
        yield


class ZoneNameTests:
    @pytest.mark.parametrize(
        ("zone", "name"),
        [("Europe/London", "London"), ("America/New_York", "New York"), ("UTC", "UTC")],
    )
    def test_a_clock_is_called_by_its_city(self, settings, zone, name):
        settings.TIME_ZONE = zone
        assert zone_name() == name


class InWordsTests:
    def test_day_and_time_by_the_sites_clock(self, settings):
        settings.TIME_ZONE = "Europe/Berlin"
        assert in_words(datetime(2026, 11, 25, 8, tzinfo=UTC)) == "Wed 25 Nov 09:00"
        assert with_zone(datetime(2026, 11, 25, 8, tzinfo=UTC)) == "Wed 25 Nov 09:00 (Berlin)"
        assert by_the_clock(datetime(2026, 11, 25, 8, tzinfo=UTC)).hour == 9

    def test_another_year_is_named(self):
        assert in_words(datetime(2027, 1, 5, 9, tzinfo=UTC)) == "Tue 5 Jan 2027 09:00"

    def test_a_time_told_twice_says_by_which_clock(self):
        both = readings(TWICE)
        assert in_words(both.earlier) == "Sun 25 Oct 01:30 BST"
        assert in_words(both.later) == "Sun 25 Oct 01:30 GMT"


class ReadingsTests:
    def test_an_ordinary_time_has_one(self):
        both = readings(datetime(2026, 6, 1, 9))
        assert both.earlier == both.later == datetime(2026, 6, 1, 8, tzinfo=UTC)
        assert is_told_once(datetime(2026, 6, 1, 9))

    def test_a_skipped_time_means_an_hour_before_or_after(self):
        both = readings(SKIPPED)
        assert both.is_skipped
        assert in_words(both.earlier) == "Sun 29 Mar 00:30"
        assert in_words(both.later) == "Sun 29 Mar 02:30"
        assert not is_told_once(SKIPPED)

    def test_a_time_told_twice_means_the_first_or_the_second(self):
        both = readings(TWICE)
        assert not both.is_skipped
        assert both.earlier == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
        assert both.later == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)

    def test_only_a_choice_decides(self):
        both = readings(TWICE)
        assert both.chosen(EARLIER) == both.earlier
        assert both.chosen(LATER) == both.later
        assert both.chosen("") is None
        assert both.chosen("third") is None


class MomentInTests:
    def test_it_is_the_same_after_a_way_through_a_browser(self):
        moment = datetime(2026, 3, 2, 9, 0, 0, 1, tzinfo=UTC)
        assert moment_in(moment.isoformat()) == moment
        assert moment_in(by_the_clock(moment).isoformat()) == moment

    @pytest.mark.parametrize(
        "text",
        [
            *("", None, "soon", "\x00", "2026-99-99T09:00:00+00:00", "2026-03-02T09:00:00", "9"),
            *("0001-01-01T00:00:00+12:00", "9999-12-31T23:59:59-12:00"),
        ],
    )
    def test_what_says_nothing_usable_is_none(self, text):
        assert moment_in(text) is None
