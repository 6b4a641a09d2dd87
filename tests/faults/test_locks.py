"""Each lock of the publishing path keeps something whole, and what breaks without it is known."""

import pytest
from django.conf import settings
from django.db.models import F

from core.models import BasePage
from editorial.scheduling import hold, moving, resuming, runner, step
from editorial.scheduling.models import Attempt
from editorial.undo import taking_back
from tests.faults import desk_scenes as desk
from tests.faults import runner_scenes as scenes
from tests.faults.meanwhile import take_away_lock
from tests.faults.scenery import played

pytestmark = [
    pytest.mark.skipif(settings.IS_SQLITE, reason="whoever writes holds the whole database"),
    pytest.mark.django_db(transaction=True),
]


def without(function):
    """Take away the lock one function asks for."""
    return lambda patch: take_away_lock(patch, function)


def without_a_row_of_its_own(patch):
    """Let a worker begin what another one has begun."""
    honest = runner.claim

    def claim(item, now):
        return honest(item, now) or item.tries == 0

    patch.setattr(runner, "claim", claim)


def without_looking_at_the_time(patch):
    """Let a worker try again what another one tries again."""

    def claim(item, now):
        return bool(Attempt.objects.filter(target_id=item.target_id).update(count=F("count") + 1))

    patch.setattr(runner, "claim", claim)


#: What is taken away, and the scene that shows it.
LOCKS = {
    "the runner's on what is due, from who unschedules": (without(step.locked), scenes.unscheduled_while_it_goes_live),
    "the runner's on what is due, from who holds": (without(step.locked), scenes.held_while_it_goes_live),
    "the runner's on what is over": (without(step.locked), scenes.given_more_time_while_it_goes_offline),
    "the runner's on what is over waits for nobody": (without(step.locked), scenes.over_while_somebody_saves_it),
    "the runner's on its page waits for nobody": (without(step.locked_page), scenes.due_while_somebody_saves_it),
    "the hold's wait": (without(hold.wait_for_running), scenes.held_while_it_goes_live),
    "the mover's, from the runner": (without(moving.move_one), scenes.moved_while_it_goes_live),
    "the mover's, from who unschedules": (without(moving.move_one), desk.unscheduled_while_it_is_moved),
    "the mover's, in its order": (without(moving.move_one), desk.moved_while_another_version_is_published),
    "who saves, from the runner": (without(BasePage.save), scenes.saved_by_itself_while_it_goes_live),
    "who saves, from the tree": (without(BasePage.save), desk.page_added_below_what_is_published),
    "who publishes, in its order": (without(BasePage.publish), scenes.published_while_it_goes_offline),
    "the autosave's": (without(BasePage.save_revision), desk.saved_by_itself_while_it_is_scheduled),
    "the autosave's, in its order": (without(BasePage.save_revision), scenes.saved_by_itself_while_it_goes_offline),
    "who resumes, from who resumes": (without(resuming.resume), desk.resumed_by_two),
    "who resumes, from who holds": (without(resuming.resume), desk.held_while_somebody_resumes),
    "who takes back": (without(taking_back.take_back), desk.published_while_somebody_takes_back),
    "the failure's": (without(runner.record_failure), scenes.moved_while_its_failure_is_noted),
    "the claim's row": (without_a_row_of_its_own, scenes.tried_by_two),
    "the claim's time": (without_looking_at_the_time, scenes.tried_again_by_two),
}


def is_found(take_away, scene, clock):
    """Whether a scene fails once something is taken away."""
    with pytest.MonkeyPatch.context() as patch:
        take_away(patch)
        try:
            played(scene, clock)
        except AssertionError:
            return True
    return False


class LockTests:
    def test_with_all_of_them_every_scene_ends_well(self, site_tree, clock):
        for _, scene in LOCKS.values():
            played(scene, clock)

    def test_without_any_one_of_them_its_scene_does_not(self, site_tree, clock):
        assert [name for name, (take_away, scene) in LOCKS.items() if not is_found(take_away, scene, clock)] == []
