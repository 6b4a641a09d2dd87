"""The next free slot is the first one of the timetable that no other page waits for."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from django.utils.timezone import localtime

from blog.models import BlogPostPage
from editorial.scheduling.models import ClosedDay, Hold, Slot
from editorial.scheduling.slots import AHEAD, best_on, free_slots, next_free_slot, slot_on, slots
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


def set_slots(*slots: tuple[int, int, int]) -> None:
    """Set the slots: weekday, hour and minute of each."""
    Slot.objects.bulk_create(Slot(weekday=weekday, time=time(hour, minute)) for weekday, hour, minute in slots)


def close(*days: date) -> None:
    """Close these days."""
    ClosedDay.objects.bulk_create(ClosedDay(date=day, name="Closed") for day in days)


@pytest.mark.django_db
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

    def test_a_day_may_have_several_on_any_weekday(self):
        set_slots((6, 14, 30), (6, 9, 0), (1, 7, 0))
        assert list(islice(slots(FRIDAY_NOON), 4)) == [
            datetime(2026, 11, 22, 9, 0, tzinfo=UTC),
            datetime(2026, 11, 22, 14, 30, tzinfo=UTC),
            datetime(2026, 11, 24, 7, 0, tzinfo=UTC),
            datetime(2026, 11, 29, 9, 0, tzinfo=UTC),
        ]

    def test_the_second_of_today_is_left_when_the_first_is_over(self):
        set_slots((0, 9, 0), (0, 14, 30))
        assert next(slots(MONDAY)) == datetime(2026, 11, 23, 14, 30, tzinfo=UTC)

    def test_closed_days_are_skipped(self):
        close(date(2026, 11, 23), date(2026, 11, 24))
        assert next(slots(FRIDAY_NOON)) == TUESDAY + timedelta(days=1)

    @pytest.mark.parametrize(
        ("zone", "before", "hours"),
        [
            ("Europe/London", datetime(2026, 3, 27, 12, 0, tzinfo=UTC), [1, 1, 0]),
            ("Europe/London", datetime(2026, 10, 23, 12, 0, tzinfo=UTC), [0, 0, 1]),
            ("America/New_York", datetime(2026, 3, 6, 12, 0, tzinfo=UTC), [6, 6, 5]),
            ("America/New_York", datetime(2026, 10, 30, 12, 0, tzinfo=UTC), [5, 5, 6]),
        ],
    )
    def test_a_night_on_which_the_clock_is_changed_has_one_slot_as_well(self, settings, zone, before, hours):
        # Half past one is skipped in London and told twice in both; the Sunday in the middle is the night.
        settings.TIME_ZONE = zone
        set_slots((5, 1, 30), (6, 1, 30), (0, 1, 30))
        found = list(islice(slots(before), 3))
        assert [slot.hour for slot in found] == hours
        assert [slot.astimezone(ZoneInfo(zone)).strftime("%a") for slot in found] == ["Sat", "Sun", "Mon"]

    def test_there_is_an_end_to_them_when_every_day_is_closed(self):
        close(*(FRIDAY_NOON.date() + timedelta(days=number) for number in range(AHEAD.days + 1)))
        assert list(slots(FRIDAY_NOON)) == []

    def test_two_years_of_them_are_three_queries_at_most(self, django_assert_num_queries):
        close(date(2026, 11, 23))
        with django_assert_num_queries(1):
            assert len(list(slots(FRIDAY_NOON))) > 500
        with django_assert_num_queries(3):
            next_free_slot(FRIDAY_NOON)


@pytest.mark.django_db
class SlotOnTests:
    def test_it_is_the_first_of_the_day_and_nine_on_a_day_without(self):
        assert slot_on(date(2026, 11, 22)) == datetime(2026, 11, 22, 9, tzinfo=UTC)
        set_slots((0, 14, 30), (0, 7, 0))
        assert slot_on(MONDAY.date()) == datetime(2026, 11, 23, 7, tzinfo=UTC)
        close(MONDAY.date())
        assert slot_on(MONDAY.date()) == MONDAY


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

    def test_a_day_with_two_slots_is_not_full_with_one(self):
        set_slots((0, 9, 0), (0, 14, 30))
        scheduled(MONDAY)
        assert next_free_slot(FRIDAY_NOON) == datetime(2026, 11, 23, 14, 30, tzinfo=UTC)

    def test_what_waits_for_a_time_that_is_told_twice_takes_it(self, settings):
        settings.TIME_ZONE = "Europe/London"
        set_slots((6, 1, 30))
        scheduled(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
        assert next_free_slot(datetime(2026, 10, 24, tzinfo=UTC)) == datetime(2026, 11, 1, 1, 30, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("until", "slot"),
        [(MONDAY, MONDAY), (MONDAY + timedelta(minutes=1), TUESDAY), (FRIDAY_NOON - timedelta(hours=1), MONDAY)],
    )
    def test_it_waits_for_the_end_of_a_hold(self, until, slot):
        Hold.objects.create(reason="A dose is wrong", until=until, placed_at=FRIDAY_NOON - timedelta(days=1))
        assert next_free_slot(FRIDAY_NOON) == slot

    def test_there_may_be_none(self):
        set_slots((0, 9, 0))
        close(*(MONDAY.date() + timedelta(weeks=number) for number in range(AHEAD.days // 7 + 1)))
        assert next_free_slot(FRIDAY_NOON) is None


@pytest.mark.django_db
class BestOnTests:
    def test_it_is_the_first_free_slot_of_the_day_that_is_to_come(self, site_tree):
        set_slots((1, 9, 0), (1, 14, 0))
        afternoon = TUESDAY.replace(hour=14)
        assert best_on(TUESDAY.date(), MONDAY) == TUESDAY
        assert best_on(TUESDAY.date(), TUESDAY) == afternoon
        scheduled(TUESDAY)
        assert best_on(TUESDAY.date(), MONDAY) == afternoon

    def test_on_a_day_without_a_free_slot_it_is_the_usual_time(self, site_tree):
        scheduled(TUESDAY)
        assert best_on(TUESDAY.date(), MONDAY) == TUESDAY
        assert best_on(date(2026, 11, 28), MONDAY) == datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
