"""Editors and the runner at one schedule, as a machine that tries what they may do in any order.

Beside the database it keeps what should be true, from the editors' actions alone: what readers see of each page, what
is planned, what is held. After each step both are compared.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from wagtail.models import Page, PageLogEntry, Revision

from blog.models import BlogPostPage
from editorial.scheduling import hold, moving, resuming, runner
from editorial.scheduling.due import due
from tests.editorial.scheduling.mornings import EIGHT
from tests.publication import draft

MINUTES = st.sampled_from([1, 2, 5, 30])
MOST_PAGES = 3
WHICH = st.integers(0, MOST_PAGES - 1)


@dataclass
class Truth:
    """What should be true of a page: the words readers see, and the words, moment and key of the planned version."""

    live: str | None = None
    plan: tuple[str, datetime, int] | None = None
    #: How often the schedule has put it live.
    times: int = 0


class Desk(RuleBasedStateMachine):
    """Two or three pages, their editors, and the runner."""

    def __init__(self):
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.clock = time_machine.travel(EIGHT, tick=False)
        self.traveller = self.clock.start()
        self.truths: dict[int, Truth] = {}
        self.held_until: datetime | None = None
        self.words = 0

    def teardown(self):
        self.clock.stop()
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    # What editors do.

    @initialize()
    def begin(self):
        """Two posts that nobody has published."""
        self.add()
        self.add()

    @precondition(lambda self: len(self.truths) < MOST_PAGES)
    @rule()
    def add(self):
        """Start a post."""
        self.truths[draft(BlogPostPage).pk] = Truth()

    @precondition(lambda self: len(self.truths) > 1)
    @rule(which=WHICH)
    def delete(self, which):
        """Delete a post, whatever is planned for it."""
        pk = self.chosen(which)
        BlogPostPage.objects.get(pk=pk).delete()
        del self.truths[pk]

    @rule(which=WHICH)
    def save_draft(self, which):
        """Save something newer, which changes nothing of what is planned."""
        self.changed(self.chosen(which))[0].save_revision()

    @rule(which=WHICH)
    def autosave(self, which):
        """Save by itself, on top of the latest revision where that is allowed."""
        page, _ = self.changed(self.chosen(which))
        page.save_revision(overwrite_revision=page.get_latest_revision())

    @rule(which=WHICH, minutes=MINUTES)
    def schedule(self, which, minutes):
        """Plan the newest words, in place of what was planned."""
        self.plan(self.chosen(which), timezone.now() + timedelta(minutes=minutes))

    @rule(which=WHICH)
    def correct(self, which):
        """Plan better words for the same moment, as long as that is to come."""
        pk = self.chosen(which)
        if (plan := self.truths[pk].plan) and plan[1] > timezone.now():
            self.plan(pk, plan[1])

    @rule(which=WHICH)
    def unschedule(self, which):
        """Take a page out of the schedule."""
        truth = self.truths[self.chosen(which)]
        if truth.plan:
            Revision.objects.filter(pk=truth.plan[2]).update(approved_go_live_at=None)
            truth.plan = None

    @rule(which=WHICH, minutes=MINUTES)
    def move(self, which, minutes):
        """Give a planned version another moment; what is not planned yet is first planned for later."""
        pk = self.chosen(which)
        if self.truths[pk].plan is None:
            self.plan(pk, timezone.now() + timedelta(hours=1))
        words, _, key = self.truths[pk].plan
        moment = timezone.now() + timedelta(minutes=minutes)
        moving.move(Revision.objects.get(pk=key), moment)
        self.truths[pk].plan = (words, moment, key)

    @rule(which=WHICH)
    def publish(self, which):
        """Publish by hand, which settles whatever was planned."""
        pk = self.chosen(which)
        page, words = self.changed(pk)
        page.go_live_at = None
        page.save_revision().publish()
        self.truths[pk].live, self.truths[pk].plan = words, None

    @rule(which=WHICH)
    def unpublish(self, which):
        """Take a page offline, and with it whatever was planned."""
        pk = self.chosen(which)
        if self.truths[pk].live is not None:
            BlogPostPage.objects.get(pk=pk).unpublish()
            self.truths[pk].live = self.truths[pk].plan = None

    @rule(minutes=MINUTES)
    def hold(self, minutes):
        """Hold everything, in place of an earlier hold."""
        self.held_until = timezone.now() + timedelta(minutes=minutes)
        hold.place("A dose is wrong", self.held_until, None)

    @precondition(lambda self: self.held_until is not None)
    @rule(minutes=MINUTES)
    def resume(self, minutes):
        """Resume, with another moment for each page that missed its own."""
        moment = timezone.now() + timedelta(minutes=minutes)
        missed = {one.revision.pk: one.revision for one in resuming.missed(timezone.now())}
        waiting = {truth.plan[2]: truth for truth in self.truths.values() if truth.plan and self.is_missed(truth)}
        assert missed.keys() == waiting.keys()
        assert resuming.resume(dict.fromkeys(missed.values(), moment), None)
        for truth in waiting.values():
            truth.plan = (truth.plan[0], moment, truth.plan[2])
        self.held_until = None

    # What happens by itself.

    @rule(minutes=MINUTES)
    def time_passes(self, minutes):
        """Nobody is at work for a while."""
        self.traveller.move_to(timezone.now() + timedelta(minutes=minutes))

    @rule(minutes=MINUTES)
    def tick(self, minutes):
        """A worker wakes up."""
        self.time_passes(minutes)
        runner.run()
        for truth in self.truths.values():
            self.goes_live(truth)

    @rule(which=WHICH, minutes=MINUTES, step=st.sampled_from(["unschedule", "move", "publish", "delete", "hold"]))
    def overtake(self, which, minutes, step):
        """A slow worker tries what it saw to be due, after an editor was faster."""
        pk = self.chosen(which)
        self.plan(pk, timezone.now() + timedelta(minutes=minutes))
        self.time_passes(minutes)
        seen = due(timezone.now())
        if step == "hold":
            self.hold(minutes)
        elif step == "move":
            self.move(which, minutes)
        elif step != "delete" or len(self.truths) > 1:
            getattr(self, step)(which)
        for item in seen:
            runner.attempt(item)
            for truth in self.truths.values():
                if truth.plan and truth.plan[2] == item.target_id:
                    self.goes_live(truth)

    # What has to be true.

    @invariant()
    def readers_see_what_they_should(self):
        """Never early, never twice, and the last word of an editor counts."""
        live = dict(BlogPostPage.objects.filter(live=True).values_list("pk", "standfirst"))
        assert live == {pk: truth.live for pk, truth in self.truths.items() if truth.live is not None}
        logged = PageLogEntry.objects.filter(action="wagtail.publish.scheduled").values_list("page", flat=True)
        assert {pk: list(logged).count(pk) for pk in self.truths} == {pk: one.times for pk, one in self.truths.items()}

    @invariant()
    def what_is_planned_is_what_an_editor_planned(self):
        """One version of a page at most, with its words and its moment."""
        planned = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
        found = {int(one.object_id): (one.content["standfirst"], one.approved_go_live_at, one.pk) for one in planned}
        assert found == {pk: truth.plan for pk, truth in self.truths.items() if truth.plan}
        assert len(found) == len(planned)

    @invariant()
    def the_tree_is_sound(self):
        """No page without its place."""
        assert not any(Page.find_problems())

    def chosen(self, which: int) -> int:
        """One of the pages there are."""
        return list(self.truths)[which % len(self.truths)]

    def changed(self, pk: int) -> tuple[BlogPostPage, str]:
        """The newest version of a page with words nobody wrote before."""
        self.words += 1
        page = BlogPostPage.objects.get(pk=pk).get_latest_revision_as_object()
        page.standfirst = f"Words {self.words}."
        return page, page.standfirst

    def plan(self, pk: int, moment: datetime) -> None:
        """Have words nobody wrote before go live at a moment."""
        page, words = self.changed(pk)
        page.go_live_at = moment
        revision = page.save_revision()
        revision.publish()
        self.truths[pk].plan = (words, moment, revision.pk)

    def is_missed(self, truth: Truth) -> bool:
        """Whether the moment of a plan has passed while all was held."""
        return bool(truth.plan and self.held_until and truth.plan[1] < self.held_until and self.is_due(truth))

    def is_due(self, truth: Truth) -> bool:
        """Whether the moment of a plan has come."""
        return bool(truth.plan and truth.plan[1] <= timezone.now())

    def goes_live(self, truth: Truth) -> None:
        """What the runner should make of a plan."""
        if self.is_due(truth) and not self.is_missed(truth):
            truth.live, truth.plan, truth.times = truth.plan[0], None, truth.times + 1
