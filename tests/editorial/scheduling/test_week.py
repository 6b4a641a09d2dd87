"""What else goes live in a week."""

from datetime import UTC, date, datetime

import pytest

from blog.models import BlogPostPage
from editorial.scheduling.week import Neighbour, week_of
from tests.editorial.scheduling.mornings import EIGHT, NINE, planned
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db

#: The Monday of the clock, the Sunday of its week by the site's clock, and the moments just outside.
MONDAY = EIGHT.date()
SUNDAY_NIGHT = datetime(2026, 3, 8, 23, 59, tzinfo=UTC)
NEXT_MONDAY = datetime(2026, 3, 9, 0, 0, tzinfo=UTC)


class WeekOfTests:
    def test_every_day_of_the_week_tells_the_same_and_the_earliest_first(self, site_tree, clock, editor):
        planned(SUNDAY_NIGHT, title="Late")
        planned(NINE, title="Early")
        planned(NEXT_MONDAY, title="Next week")
        for day in (MONDAY, date(2026, 3, 8)):
            week = week_of(day, editor)
            assert [(one.title, one.when) for one in week.neighbours] == [("Early", "Mon 09:00"), ("Late", "Sun 23:59")]
            assert week.others == 0

    def test_the_page_itself_is_no_neighbour(self, site_tree, clock, editor):
        page = planned(NINE)
        assert week_of(MONDAY, editor, page).neighbours == []
        assert len(week_of(MONDAY, editor, BlogPostPage()).neighbours) == 1

    def test_what_somebody_may_not_edit_is_only_counted(self, site_tree, clock):
        planned(NINE, title="A secret")
        week = week_of(MONDAY, UserFactory())
        assert (week.neighbours, week.others) == ([], 1)

    def test_a_week_begins_by_the_sites_clock(self, site_tree, clock, editor, settings):
        settings.TIME_ZONE = "Asia/Tokyo"
        planned(datetime(2026, 3, 8, 15, tzinfo=UTC))
        assert week_of(MONDAY, editor).neighbours == []
        assert [one.when for one in week_of(date(2026, 3, 9), editor).neighbours] == ["Mon 00:00"]


class NeighbourTests:
    def test_it_is_named_with_day_and_time(self):
        assert Neighbour("Calm skin", NINE).when == "Mon 09:00"
