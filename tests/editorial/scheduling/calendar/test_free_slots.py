"""The free slots of a week."""

from datetime import date, timedelta

from blog.models import BlogPostPage
from core.status import DRAFT, EXPIRING
from editorial.scheduling.calendar.entries import Entry
from editorial.scheduling.calendar.free_slots import free_slots
from editorial.scheduling.timetable import Timetable
from tests.editorial.scheduling.mornings import EIGHT, NINE

MONDAY = date(2026, 3, 2)
DAYS = {MONDAY: [], MONDAY + timedelta(days=1): []}


class FreeSlotsTests:
    def test_each_day_has_those_that_are_to_come_and_nobody_waits_for(self):
        found = free_slots(DAYS, Timetable(), EIGHT)
        assert [(one.time, one.when) for slots in found.values() for one in slots] == [
            ("09:00", "Mon 2 Mar 09:00"),
            ("09:00", "Tue 3 Mar 09:00"),
        ]
        assert free_slots(DAYS, Timetable(taken=frozenset({NINE})), EIGHT)[MONDAY] == []
        assert free_slots(DAYS, Timetable(), NINE)[MONDAY] == []

    def test_a_closed_day_has_none(self):
        assert free_slots(DAYS, Timetable(closed={MONDAY: "Stocktaking"}), EIGHT)[MONDAY] == []

    def test_where_a_draft_is_meant_for_it_the_card_stands_already(self, db):
        page = BlogPostPage(title="Calm")
        meant = {MONDAY: [Entry(page, NINE, DRAFT, is_loose=True)]}
        assert free_slots(meant, Timetable(), EIGHT)[MONDAY] == []
        # What goes offline then leaves it free.
        assert len(free_slots({MONDAY: [Entry(page, NINE, EXPIRING)]}, Timetable(), EIGHT)[MONDAY]) == 1
