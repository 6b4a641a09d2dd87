"""Which dates the report is about."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import QueryDict

from editorial.scheduling.away.report_filters import ScheduleFilterSet, calendar_form, choices, today
from tests.editorial.scheduling.mornings import EIGHT

pytestmark = pytest.mark.django_db

MIDNIGHT = datetime(2026, 3, 2, tzinfo=UTC)
DAY = timedelta(days=1)
#: In summer, when the site's midnight comes earlier.
IN_400_DAYS = datetime(2027, 4, 5, 23, tzinfo=UTC)


def period(address: str) -> tuple[datetime, datetime]:
    """The moments an address asks for."""
    return ScheduleFilterSet(QueryDict(address)).period


class PeriodTests:
    def test_from_today_on_unless_somebody_says_otherwise(self, clock):
        assert period("") == (MIDNIGHT, IN_400_DAYS)

    def test_both_days_belong_to_it(self, clock):
        assert period("when_from=2026-03-05&when_to=2026-03-05") == (MIDNIGHT + 3 * DAY, MIDNIGHT + 4 * DAY)

    def test_one_day_is_enough(self, clock):
        assert period("when_from=2026-01-01")[0] == datetime(2026, 1, 1, tzinfo=UTC)
        assert period("when_to=2026-03-09") == (MIDNIGHT, MIDNIGHT + 8 * DAY)
        assert period("when_to=2026-03-01") == (MIDNIGHT - 61 * DAY, MIDNIGHT)

    def test_days_begin_at_midnight_of_the_site_s_clock(self, clock):
        assert period("when_from=2026-07-01")[0] == datetime(2026, 6, 30, 23, tzinfo=UTC)

    def test_what_makes_no_sense_counts_as_not_said(self, clock):
        assert period("when_from=yesterday") == (MIDNIGHT, IN_400_DAYS)
        for address in ("when_from=9999-12-31&when_to=0001-01-01", "when_from=0001-01-01", "when_to=9999-12-31"):
            assert period(address) == (MIDNIGHT, IN_400_DAYS)


class ChoicesTests:
    def test_they_are_those_of_the_calendar(self, site_tree):
        assert ("Overdue", "Overdue") in choices("status")
        assert ("blogpostpage", "Post") in choices("type")
        assert calendar_form(QueryDict("status=Live")).said("status") == "Live"


class TodayTests:
    def test_it_is_the_day_at_the_site(self, clock, settings):
        settings.TIME_ZONE = "Pacific/Auckland"
        clock(EIGHT + timedelta(hours=6))
        assert today().isoformat() == "2026-03-03"
