"""Making room for news."""

from datetime import UTC, date, datetime, timedelta

import pytest

from blog.models import BlogPostPage
from editorial.scheduling.calendar.shifts import next_slots, shifts
from editorial.scheduling.models import ClosedDay
from editorial.scheduling.slots import NO_FREE_SLOT
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, planned
from tests.publication import draft

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def at(day, hour=9):
    """A moment of March 2026."""
    return datetime(2026, 3, day, hour, tzinfo=UTC)


class ShiftsTests:
    def test_everything_from_a_moment_on_goes_to_its_next_slot(self, site_tree, clock, editor):
        planned(NINE)
        tuesday, friday = planned(at(3)), draft(BlogPostPage, go_live_at=at(6))
        found = shifts(at(3), editor)
        assert [(one.page.pk, one.move.before, one.move.after) for one in found] == [
            (tuesday.pk, at(3), at(4)),
            (friday.pk, at(6), at(9)),
        ]
        assert (found[0].planned, found[0].then) == ("Tue 3 Mar 09:00", "Wed 4 Mar 09:00")

    def test_what_has_passed_stays(self, site_tree, clock, editor):
        planned(NINE)
        clock(TEN)
        assert shifts(EIGHT, editor) == []

    def test_what_one_may_not_move_says_why_and_what_one_may_not_know_is_not_named(self, site_tree, clock, writer):
        own = draft(BlogPostPage, owner=writer, go_live_at=at(3))
        other = planned(at(4))
        assert [(one.page.pk, one.why_not == "", one.is_known) for one in shifts(at(3), writer)] == [
            (own.pk, True, True),
            (other.pk, False, False),
        ]

    def test_where_no_slot_is_left_it_stays(self, site_tree, clock, editor):
        page = planned(at(3))
        for number in range(2 * 366 + 1):
            ClosedDay.objects.create(date=date(2026, 3, 3) + timedelta(days=number), name="Closed")
        (found,) = shifts(at(3), editor)
        assert (found.page.pk, found.why_not, found.then) == (page.pk, NO_FREE_SLOT, "")


class NextSlotsTests:
    def test_each_moment_has_the_first_slot_after_it(self):
        assert next_slots([at(2, 8), at(2), at(2, 10), at(6)]) == {
            at(2, 8): at(2),
            at(2): at(3),
            at(2, 10): at(3),
            at(6): at(9),
        }
        assert next_slots([]) == {}

    def test_in_the_week_the_clocks_change_it_is_nine_all_the_same(self):
        friday = datetime(2026, 3, 27, 9, tzinfo=UTC)
        assert next_slots([friday]) == {friday: datetime(2026, 3, 30, 8, tzinfo=UTC)}
