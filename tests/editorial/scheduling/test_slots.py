"""The next free slot is a weekday at nine in the site's time that no other page waits for."""

from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from django.utils.timezone import localtime

from blog.models import BlogPostPage
from editorial.scheduling.slots import free_slots, next_free_slot, slots
from tests.publication import draft

LONDON = ZoneInfo("Europe/London")
FRIDAY_NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def scheduled(moment: datetime) -> BlogPostPage:
    """A post that goes live at a moment."""
    page = draft(BlogPostPage)
    revision = page.save_revision()
    revision.approved_go_live_at = moment
    revision.save()
    return page


class SlotsTests:
    def test_a_week_has_five(self):
        days = [localtime(slot).date() for slot in islice(slots(FRIDAY_NOON), 6)]
        assert days == [date(2026, 11, day) for day in (23, 24, 25, 26, 27, 30)]

    def test_each_is_at_nine_by_the_site_s_clock_whatever_the_season(self):
        spring = datetime(2026, 3, 26, 12, 0, tzinfo=UTC)
        assert [slot.astimezone(LONDON).hour for slot in islice(slots(spring), 4)] == [9] * 4
        assert [slot.astimezone(UTC).hour for slot in islice(slots(spring), 2)] == [9, 8]

    def test_this_morning_s_is_over_at_nine(self):
        assert next(slots(MONDAY)) == TUESDAY


@pytest.mark.django_db
class FreeSlotsTests:
    def test_they_pass_over_what_is_taken(self):
        scheduled(TUESDAY)
        assert list(islice(free_slots(FRIDAY_NOON), 2)) == [MONDAY, TUESDAY + timedelta(days=1)]


@pytest.mark.django_db
class NextFreeSlotTests:
    def test_it_is_the_next_weekday(self):
        assert next_free_slot(FRIDAY_NOON) == MONDAY

    def test_what_another_page_waits_for_is_taken(self):
        scheduled(MONDAY)
        assert next_free_slot(FRIDAY_NOON) == TUESDAY

    def test_a_page_does_not_stand_in_its_own_way(self):
        page = scheduled(MONDAY)
        assert next_free_slot(FRIDAY_NOON, page) == MONDAY
