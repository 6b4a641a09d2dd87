"""Editors and the runner at one schedule, as a machine that tries what they may do in any order.

Beside the database it keeps what should be true, from the editors' actions alone: where each page stands, what readers
see of it, what is planned, what is held. After each step both are compared.
"""

from collections import Counter
from datetime import datetime, timedelta

import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from wagtail.models import Page, PageLogEntry, Revision

from core.publishing import PublishRefused
from editorial.scheduling import hold, moving, resuming, runner
from editorial.scheduling.due import DueItem, due
from editorial.scheduling.models import Kind
from home.models import HomePage, StandardPage
from tests.editorial.scheduling.mornings import EIGHT
from tests.faults.truth import Plan, Truth, after, is_refused
from tests.publication import draft

MINUTES = st.sampled_from([1, 2, 5, 30])
#: How long a page is to stay online; no time at all is refused.
LASTS = st.sampled_from([None, None, 0, 1, 5, 30])
MOST_PAGES = 4
WHICH = st.integers(0, MOST_PAGES - 1)
FASTER = ["unschedule", "move", "publish", "delete", "hold", "unpublish", "schedule", "replant"]


class Desk(RuleBasedStateMachine):
    """A few pages below each other, their editors, and the runner."""

    def __init__(self):
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.clock = time_machine.travel(EIGHT, tick=False)
        self.traveller = self.clock.start()
        self.home = HomePage.objects.get().pk
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
        """Two pages that nobody has published."""
        self.add()
        self.add()

    @precondition(lambda self: len(self.truths) < MOST_PAGES)
    @rule(where=st.integers(0, MOST_PAGES))
    def add(self, where=0):
        """Start a page below another one, whatever is planned for that."""
        above = self.place(where)
        self.truths[draft(StandardPage, parent=Page.objects.get(pk=above)).pk] = Truth(above)

    @rule(which=WHICH)
    def delete(self, which):
        """Delete a page and all below it, whatever is planned for them."""
        pk = self.chosen(which)
        gone = {pk, *self.below(pk)}
        if len(gone) < len(self.truths):
            StandardPage.objects.get(pk=pk).delete()
            self.truths = {pk: truth for pk, truth in self.truths.items() if pk not in gone}

    @rule(which=WHICH, where=st.integers(0, MOST_PAGES))
    def replant(self, which, where=1):
        """Move a page in the tree with all below it, whatever is planned for them."""
        pk, above = self.chosen(which), self.place(where)
        if above not in {pk, *self.below(pk)}:
            Page.objects.get(pk=pk).move(Page.objects.get(pk=above), pos="last-child")
            self.truths[pk].parent = above

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
    def autosave_late(self, which, minutes):
        """Save a draft that was opened before a page was added below it and it went live."""
        opened = StandardPage.objects.get(pk=self.chosen(which))
        if not opened.live:
            if len(self.truths) < MOST_PAGES:
                self.add(1 + which % len(self.truths))
            self.schedule(which, minutes)
            self.tick(minutes)
            opened.save()
            opened.save_revision()

    @rule(which=WHICH, minutes=MINUTES, lasts=LASTS)
    def schedule(self, which, minutes, lasts=None):
        """Plan the newest words, in place of what was planned."""
        moment = timezone.now() + timedelta(minutes=minutes)
        self.plan(self.chosen(which), moment, after(moment, lasts))

    @rule(which=WHICH)
    def correct(self, which):
        """Plan better words for the same moment, as long as that is to come."""
        pk = self.chosen(which)
        if (plan := self.truths[pk].plan) and plan.moment > timezone.now():
            self.plan(pk, plan.moment, plan.ends)

    @rule(which=WHICH)
    def unschedule(self, which):
        """Take a page out of the schedule."""
        truth = self.truths[self.chosen(which)]
        if truth.plan:
            Revision.objects.filter(pk=truth.plan.key).update(approved_go_live_at=None)
            truth.plan = None

    @rule(which=WHICH, minutes=MINUTES)
    def move(self, which, minutes):
        """Give a planned version another moment; what is not planned yet is first planned for later."""
        pk = self.chosen(which)
        if self.truths[pk].plan is None:
            self.plan(pk, timezone.now() + timedelta(hours=1))
        plan = self.truths[pk].plan
        moment = timezone.now() + timedelta(minutes=minutes)
        moving.move(Revision.objects.get(pk=plan.key), moment)
        self.truths[pk].plan = plan._replace(moment=moment)

    @rule(which=WHICH, minutes=MINUTES, step=st.sampled_from(["unschedule", "publish", "schedule"]))
    def move_late(self, which, minutes, step):
        """Move what somebody saw to be planned, after another editor was faster: that is refused."""
        self.move(which, minutes)
        seen = self.truths[self.chosen(which)].plan.key
        self.schedule(which, minutes) if step == "schedule" else getattr(self, step)(which)
        revision, moment = Revision.objects.get(pk=seen), timezone.now() + timedelta(minutes=minutes)
        assert is_refused(lambda: moving.move(revision, moment), moving.NotScheduledError)

    @rule(which=WHICH, lasts=LASTS)
    def publish(self, which, lasts=None):
        """Publish by hand, which settles whatever was planned."""
        pk = self.chosen(which)
        page, words = self.changed(pk)
        page.go_live_at, page.expire_at = None, after(timezone.now(), lasts)
        revision = page.save_revision()
        if lasts == 0:
            assert is_refused(revision.publish, PublishRefused)
            return
        revision.publish()
        truth = self.truths[pk]
        truth.live, truth.ends, truth.plan = words, page.expire_at, None

    @rule(which=WHICH)
    def unpublish(self, which):
        """Take a page offline, and with it whatever was planned."""
        pk = self.chosen(which)
        truth = self.truths[pk]
        if truth.live is not None:
            StandardPage.objects.get(pk=pk).unpublish()
            truth.live = truth.ends = truth.plan = None

    @rule(minutes=MINUTES)
    def hold(self, minutes):
        """Hold everything, in place of an earlier hold."""
        self.held_until = timezone.now() + timedelta(minutes=minutes)
        hold.place("A dose is wrong", self.held_until, None)

    @precondition(lambda self: self.held_until is not None)
    @rule(minutes=MINUTES)
    def resume(self, minutes):
        """Resume, with another moment for each page that missed its own."""
        now = timezone.now()
        moment = now + timedelta(minutes=minutes)
        missed = {one.revision.pk: one.revision for one in resuming.missed(now)}
        waiting = {one.plan.key: one for one in self.truths.values() if one.is_missed(now, self.held_until)}
        assert missed.keys() == waiting.keys()
        assert resuming.resume(dict.fromkeys(missed.values(), moment), None)
        for truth in waiting.values():
            truth.plan = truth.plan._replace(moment=moment)
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
            truth.time_passes(timezone.now(), self.held_until)

    @rule(which=WHICH, minutes=MINUTES)
    def come_back(self, which, minutes):
        """A page ends, and is planned to come back with an end of its own; a worker may wake up only after that."""
        self.publish(which, 1)
        self.schedule(which, 2, 1)
        self.tick(1)
        self.tick(minutes)

    @rule(which=WHICH, minutes=MINUTES, lasts=LASTS, step=st.sampled_from(FASTER))
    def overtake(self, which, minutes, step, lasts=None):
        """Two slow workers try what they saw to be due, after an editor was faster."""
        if self.truths[self.chosen(which)].live is not None:
            self.publish(which, minutes)
        self.schedule(which, minutes, lasts)
        self.time_passes(minutes)
        seen = due(timezone.now())
        more = {"hold": (minutes,), "move": (which, minutes), "schedule": (which, minutes)}
        getattr(self, step)(*more.get(step, (which,)))
        for item in [*seen, *seen]:
            runner.attempt(item)
            self.should_become(item)

    # What has to be true.

    @invariant()
    def readers_see_what_they_should(self):
        """Never early, never twice, and the last word of an editor counts."""
        live = dict(StandardPage.objects.filter(live=True, pk__in=self.truths).values_list("pk", "standfirst"))
        assert live == {pk: truth.live for pk, truth in self.truths.items() if truth.live is not None}
        logged = Counter(PageLogEntry.objects.filter(action__endswith=".scheduled").values_list("page", "action"))
        for pk, truth in self.truths.items():
            assert logged[pk, "wagtail.publish.scheduled"] == truth.times_live
            assert logged[pk, "wagtail.unpublish.scheduled"] == truth.times_over

    @invariant()
    def what_is_planned_is_what_an_editor_planned(self):
        """One version of a page at most, with its words and its moment."""
        planned = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
        found = {int(one.object_id): (one.content["standfirst"], one.approved_go_live_at, one.pk) for one in planned}
        assert found == {pk: truth.plan[:3] for pk, truth in self.truths.items() if truth.plan}
        assert len(found) == len(planned)

    @invariant()
    def the_tree_is_sound(self):
        """Each page has its place and its address, and no place is without its page."""
        assert not any(Page.find_problems())
        for pk, truth in self.truths.items():
            page, above = Page.objects.get(pk=pk), Page.objects.get(pk=truth.parent)
            assert page.is_child_of(above)
            assert page.url_path == f"{above.url_path}{page.slug}/"

    def chosen(self, which: int) -> int:
        """One of the pages there are."""
        return list(self.truths)[which % len(self.truths)]

    def place(self, where: int) -> int:
        """Where a page may stand: below home or below another page."""
        places = [self.home, *self.truths]
        return places[where % len(places)]

    def below(self, pk: int) -> list[int]:
        """All pages below a page."""
        children = [key for key, truth in self.truths.items() if truth.parent == pk]
        return [*children, *(key for child in children for key in self.below(child))]

    def changed(self, pk: int) -> tuple[StandardPage, str]:
        """The newest version of a page with words nobody wrote before."""
        self.words += 1
        page = StandardPage.objects.get(pk=pk).get_latest_revision_as_object()
        page.standfirst = f"Words {self.words}."
        return page, page.standfirst

    def plan(self, pk: int, moment: datetime, ends: datetime | None = None) -> None:
        """Have words nobody wrote before go live at a moment, and offline at another."""
        page, words = self.changed(pk)
        page.go_live_at, page.expire_at = moment, ends
        revision = page.save_revision()
        plan = Plan(words, moment, revision.pk, ends)
        if plan.is_closed:
            assert is_refused(revision.publish, PublishRefused)
        else:
            revision.publish()
            self.truths[pk].plan = plan

    def should_become(self, item: DueItem) -> None:
        """What the runner should make of one thing it saw to be due."""
        for pk, truth in self.truths.items():
            if item.kind == Kind.EXPIRE and pk == item.target_id:
                truth.goes_offline(timezone.now())
            elif item.kind == Kind.GO_LIVE and truth.plan and truth.plan.key == item.target_id:
                truth.goes_live(timezone.now(), self.held_until)
