"""Whatever editors and the runner do in whatever order: the last editor's word counts, never early, never twice."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from wagtail.models import Revision

from core import models
from editorial.scheduling import moving, step
from editorial.scheduling.models import Kind
from tests.faults.editors import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

SMALL, FULL, PLANTED = 8, 2000, 400
STEPS = 14


def try_sequences(count: int, is_random: bool = False) -> None:
    """Try so many sequences of steps; the same ones each time unless they are to be random."""
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=count,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            derandomize=not is_random,
            # What fails is told as it was found: making it smaller takes longer than finding it.
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )


def without_looking_again(revision_id, now):
    """Publish what was due when somebody looked."""
    Revision.objects.get(pk=revision_id).publish(log_action="wagtail.publish.scheduled")
    return step.Outcome.DONE


#: What is taken away, and steps that show it.
PLANTS = {
    "what is due is not looked at again": (
        lambda patch: patch.setitem(step.STEPS, Kind.GO_LIVE, without_looking_again),
        [("overtake", 0, 1, "unschedule")],
    ),
    "a hold is not looked at again": (
        lambda patch: patch.setattr(step, "open_hold", lambda: None),
        [("overtake", 0, 1, "hold")],
    ),
    "an autosave takes what is planned for a draft": (
        lambda patch: patch.setattr(models, "is_spoken_for", lambda revision: False),
        [("schedule", 0, 5), ("autosave", 0)],
    ),
    "what is moved still says its old moment": (
        lambda patch: patch.setattr(moving, "revisions_that_say", lambda *args: []),
        [("schedule", 0, 30), ("move", 0, 1), ("tick", 1)],
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
        try_sequences(SMALL)

    @pytest.mark.faults
    def test_thousands_of_sequences(self):
        try_sequences(FULL, is_random=True)


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
            try_sequences(PLANTED)
