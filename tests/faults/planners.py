"""Planners at one calendar, as a machine that moves cards in any order in a week in which the clocks change.

Beside the database it keeps one moment for each page, from the planners' actions alone; after each step both agree.
"""

from datetime import datetime, timedelta

import time_machine
from django.core.signing import BadSignature
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from wagtail.models import Page, Revision

from blog.models import BlogPostPage
from core.site_time import by_the_clock
from editorial.scheduling import hold
from editorial.scheduling.calendar import moves, shifts
from editorial.scheduling.calendar.move_views import moment_on
from editorial.scheduling.models import PlannedPage
from tests.publication import draft
from tests.users.factories import UserFactory

#: Zones with the Wednesday before their clocks change, forwards and back.
WEEKS = {
    "Europe/London": ("2026-03-25T08:00:00+00:00", "2026-10-21T08:00:00+00:00"),
    "America/New_York": ("2026-03-04T13:00:00+00:00", "2026-10-28T13:00:00+00:00"),
}
WHICH = st.integers(0, 3)


class Planners(RuleBasedStateMachine):
    """Four pages, two of them scheduled, and whoever plans them."""

    def __init__(self):
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.truth: dict[int, datetime | None] = {}
        self.done: list[list[moves.Move]] = []

    def teardown(self):
        self.clock.stop()
        self.zone.disable()
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    @initialize(zone=st.sampled_from(list(WEEKS)), season=st.sampled_from([0, 1]), minute=st.sampled_from([0, 30, 90]))
    def begin(self, zone, season, minute):
        """Two scheduled posts, a draft with a date and one without, at hours that the change of clocks may hit."""
        self.zone = override_settings(TIME_ZONE=zone)
        self.zone.enable()
        start = parse_datetime(WEEKS[zone][season])
        self.clock = time_machine.travel(start, tick=False)
        self.clock.start()
        self.planner = UserFactory(is_superuser=True)
        night = by_the_clock(start).replace(hour=1, minute=0) + timedelta(days=1, minutes=minute)
        for moment in (start + timedelta(days=1), night, night, None):
            page = draft(BlogPostPage, go_live_at=moment)
            revision = page.save_revision()
            if len(self.truth) < 2:
                revision.publish()
            self.truth[page.pk] = moment

    @rule(which=WHICH, days=st.integers(0, 12))
    def drop(self, which, days):
        """Drop a card on a day."""
        pk = self.chosen(which)
        day = by_the_clock(timezone.now()).date() + timedelta(days=days)
        self.make([moves.Move(pk, self.truth[pk], moment_on(day, self.truth[pk]))])

    @rule(which=WHICH)
    def put_away(self, which):
        """Put a card into the tray, which refuses what is scheduled."""
        pk = self.chosen(which)
        self.make([moves.Move(pk, self.truth[pk], None)])

    @rule(which=WHICH)
    def shift(self, which):
        """Move a page and everything later by one slot."""
        if moment := self.truth[self.chosen(which)]:
            self.make([one.move for one in shifts.shifts(moment, self.planner) if not one.why_not])

    @rule()
    def undo(self):
        """Take the last step back, by the text that its button carries."""
        if self.done:
            try:
                steps = moves.read(moves.signed(self.done.pop()))
            except BadSignature:
                raise AssertionError("a step that was just signed cannot be read") from None
            self.make([one.back for one in steps], is_step=False)

    @rule(minutes=st.sampled_from([5, 60 * 24]))
    def hold(self, minutes):
        """Hold everything, which moves nothing."""
        hold.place("A dose is wrong", timezone.now() + timedelta(minutes=minutes), self.planner)

    def make(self, steps, is_step=True):
        """Make moves, all or none, and know what should be true then."""
        try:
            moves.carry_out(steps, self.planner)
        except moves.CannotMoveError:
            return
        self.truth |= {one.page_id: one.after for one in steps}
        if is_step and steps:
            self.done.append(steps)

    def chosen(self, which: int) -> int:
        """One of the pages."""
        return list(self.truth)[which]

    @invariant()
    def each_page_has_one_moment(self):
        """Plan, newest text, row and schedule say the same, and what was scheduled still is."""
        for number, (pk, moment) in enumerate(self.truth.items()):
            page = BlogPostPage.objects.get(pk=pk)
            plan = PlannedPage.objects.filter(page=pk).values_list("moment", flat=True).first()
            said = parse_datetime(page.latest_revision.content["go_live_at"] or "")
            assert (plan, said, page.go_live_at) == (moment, moment, moment)
            scheduled = Revision.page_revisions.filter(object_id=str(pk), approved_go_live_at__isnull=False)
            assert [one.approved_go_live_at for one in scheduled] == ([moment] if number < 2 else [])

    @invariant()
    def it_is_the_time_that_was_meant(self):
        """By the site's clock each page keeps its time of day, or has that of a slot; a skipped hour comes after it."""
        for moment in filter(None, self.truth.values()):
            assert by_the_clock(moment).strftime("%H:%M") in self.times

    @property
    def times(self) -> set[str]:
        """The times of day the pages began with, that of the slots, and what becomes of those the clocks skip."""
        return {"09:00", "08:00", "01:00", "01:30", "02:30", "02:00", "03:30"}

    @invariant()
    def the_tree_is_sound(self):
        """No page without its place."""
        assert not any(Page.find_problems())
