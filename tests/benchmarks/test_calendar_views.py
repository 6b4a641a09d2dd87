"""The calendar is opened with few planned pages and with many."""

import pytest

from benchmarks import calendar_views
from editorial.scheduling.models import PlannedPage


@pytest.mark.django_db
class CalendarViewsTests:
    def test_each_view_is_opened_with_each_number_of_planned_pages(self, site_tree):
        found = calendar_views.measure([2, 4])
        assert PlannedPage.objects.count() == 4
        assert set(found) == {"month", "week", "agenda"}
        assert all(seconds > 0 and queries > 0 for rows in found.values() for seconds, queries in rows)
        assert [len(rows) for rows in found.values()] == [2, 2, 2]
