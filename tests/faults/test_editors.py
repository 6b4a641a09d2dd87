"""Whatever editors and the runner do in whatever order: the last editor's word counts, never early, never twice."""

from collections.abc import Iterator

import pytest
from wagtail.models import Page, Revision

from core import models, publishing
from core.publication_window import window_is_open
from editorial.scheduling import moving, step
from editorial.scheduling.models import Kind
from tests.faults.editors import Desk
from tests.faults.sequences import STEPS, try_sequences

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

SMALL, FULL, PLANTED = 8, 2000, 400


def without_looking_again(revision_id, now):
    """Publish what was due when somebody looked."""
    Revision.objects.get(pk=revision_id).publish(log_action="wagtail.publish.scheduled")
    return step.Outcome.DONE


def over_as_it_was(page_id, now):
    """Take offline what was over when somebody looked."""
    page = Page.objects.get(pk=page_id).specific
    planned = dict(page.revisions.values_list("pk", "approved_go_live_at"))
    page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    for pk, moment in planned.items():
        Revision.objects.filter(pk=pk).update(approved_go_live_at=moment)
    return step.Outcome.DONE


def with_all_that_is_planned(page_id, now):
    """Take offline what is over, as Wagtail does."""
    if page := Page.objects.filter(pk=page_id, live=True, expire_at__lte=now).first():
        page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return step.Outcome.DONE


def without_any_past_end(page, row, now):
    """Take whatever end is past for the one that took the page offline."""
    if row.expired and page.expire_at and page.expire_at <= now:
        page.expire_at = None
    return page


def whatever_became_of_it(revision, moment, user=None):
    """Plan what was planned when somebody looked."""
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=moment)


#: What is taken away, and steps that show it.
PLANTS = {
    "what is due is not looked at again": (
        lambda patch: patch.setitem(step.STEPS, Kind.GO_LIVE, without_looking_again),
        [("overtake", 0, 1, "unschedule")],
    ),
    "what is over is not looked at again": (
        lambda patch: patch.setitem(step.STEPS, Kind.EXPIRE, over_as_it_was),
        [("publish", 0), ("overtake", 0, 1, "publish")],
    ),
    "what goes offline takes its plans with it": (
        lambda patch: patch.setitem(step.STEPS, Kind.EXPIRE, with_all_that_is_planned),
        [("publish", 0, 1), ("schedule", 0, 5), ("tick", 1)],
    ),
    "a hold is not looked at again": (
        lambda patch: patch.setattr(step, "open_hold", lambda: None),
        [("overtake", 0, 1, "hold")],
    ),
    "the checks are not asked when the moment comes": (
        lambda patch: patch.setattr(publishing, "guard", lambda page, moment=None: None),
        [("schedule", 0, 1, 1), ("tick", 5)],
    ),
    "nobody asks whether the time of a page is over": (
        lambda patch: patch.setattr(
            publishing, "_checks", [one for one in publishing._checks if one != window_is_open]
        ),
        [("schedule", 0, 1, 1), ("tick", 5)],
    ),
    "an end is taken for the one the page has had": (
        lambda patch: patch.setattr(models, "without_used_dates", without_any_past_end),
        [("come_back", 0, 5)],
    ),
    "an autosave takes what is planned for a draft": (
        lambda patch: patch.setattr(models, "is_spoken_for", lambda revision: False),
        [("schedule", 0, 5), ("autosave", 0)],
    ),
    "a late autosave takes what is live for a draft": (
        lambda patch: patch.setattr(models, "gives_way", lambda page, row: False),
        [("autosave_late", 0, 1)],
    ),
    "what was opened before the tree changed is written back": (
        lambda patch: patch.setattr(models, "keep_place", lambda page, row: None),
        [("hold", 30), ("autosave_late", 0, 1)],
    ),
    "what is moved still says its old moment": (
        lambda patch: patch.setattr(moving, "revisions_that_say", lambda *args: []),
        [("schedule", 0, 30), ("move", 0, 1), ("tick", 1)],
    ),
    "what is moved need not be planned any more": (
        lambda patch: patch.setattr(moving, "move", whatever_became_of_it),
        [("move_late", 0, 1, "publish")],
    ),
}
planted = pytest.mark.parametrize(("plant", "steps"), PLANTS.values(), ids=PLANTS)


@pytest.fixture
def take() -> Iterator:
    """Take steps one by one, as the machine does, and compare after each."""
    desk = Desk()
    desk.begin()

    def steps_taken(steps):
        for name, *values in steps:
            getattr(desk, name)(*values)
            desk.readers_see_what_they_should()
            desk.what_is_planned_is_what_an_editor_planned()
            desk.the_tree_is_sound()

    yield steps_taken
    desk.teardown()


class SequenceTests:
    def test_a_few_sequences(self):
        try_sequences(Desk, SMALL)

    @pytest.mark.faults
    def test_thousands_of_sequences(self):
        try_sequences(Desk, FULL, is_random=True)
        print(f"{FULL} sequences of up to {STEPS} steps: what readers saw was what they should see after each step")


class PlantedFaultTests:
    """What is taken away is found."""

    @planted
    def test_nothing_is_found_where_nothing_is_missing(self, plant, steps, take):
        take(steps)

    @planted
    def test_its_steps_find_it(self, plant, steps, take, monkeypatch):
        plant(monkeypatch)
        with pytest.raises(AssertionError):
            take(steps)

    @pytest.mark.faults
    @planted
    def test_some_sequence_finds_it(self, plant, steps, monkeypatch):
        plant(monkeypatch)
        with pytest.raises(AssertionError):
            try_sequences(Desk, PLANTED)
