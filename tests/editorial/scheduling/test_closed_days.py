"""Days without slots."""

from datetime import date

import pytest

from editorial.scheduling.closed_days import close, name_of, to_come
from editorial.scheduling.models import ClosedDay

pytestmark = pytest.mark.django_db

CHRISTMAS, BOXING_DAY = date(2026, 12, 25), date(2026, 12, 26)


class CloseTests:
    def test_a_day_that_is_closed_keeps_its_name_and_only_new_ones_count(self, django_assert_num_queries):
        ClosedDay.objects.create(date=CHRISTMAS, name="Christmas Day")
        with django_assert_num_queries(2):
            assert close({CHRISTMAS: "Noël", BOXING_DAY: "Boxing Day"}) == 1
        assert [str(day) for day in ClosedDay.objects.all()] == ["Christmas Day, 2026-12-25", "Boxing Day, 2026-12-26"]

    def test_closing_nothing_is_nothing(self):
        assert close({}) == 0


class ToComeTests:
    def test_today_counts_and_yesterday_does_not(self):
        close({BOXING_DAY: "Boxing Day", CHRISTMAS: "Christmas Day"})
        assert [day.name for day in to_come(CHRISTMAS)] == ["Christmas Day", "Boxing Day"]
        assert [day.name for day in to_come(BOXING_DAY)] == ["Boxing Day"]


class NameOfTests:
    def test_it_is_empty_on_an_open_day(self):
        close({CHRISTMAS: "Christmas Day"})
        assert (name_of(CHRISTMAS), name_of(BOXING_DAY)) == ("Christmas Day", "")
