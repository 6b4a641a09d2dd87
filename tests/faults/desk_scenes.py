"""Two editors at one page, or at one hold, in the same moment: the last one's word counts, and nobody else's is lost.

Each scene fails once the lock it is played for is taken away.
"""

from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, Revision

from core.shown import state_of
from editorial.scheduling.hold import open_hold
from editorial.scheduling.moving import NotScheduledError, move
from editorial.scheduling.resuming import resume
from editorial.undo.steps import Step
from editorial.undo.taking_back import take_back
from home.models import StandardPage
from tests.editorial.scheduling.mornings import NINE, TEN, hold_all, is_live
from tests.faults.meanwhile import meanwhile
from tests.faults.scenery import (
    ADDRESS,
    ELEVEN,
    HOLD,
    IS_PLANNED,
    LOCKED,
    PLANNED,
    due_at_nine,
    missed_at_nine,
    row,
    say,
    unschedule,
)
from tests.publication import draft, published
from tests.users.factories import UserFactory


def unscheduled_while_it_is_moved(clock):
    """What is unscheduled while somebody moves it is not planned any more."""
    item, page = due_at_nine(clock)
    with meanwhile(IS_PLANNED, lambda: unschedule(item)):
        move(Revision.objects.get(pk=item.target_id), TEN)
    assert not row(page).scheduled_revision


def moved_while_another_version_is_published(clock):
    """Who moves what is planned while another version is published waits for that, and not each for the other."""
    item, page = due_at_nine(clock)
    better = row(page)
    better.go_live_at = None
    revision = better.save_revision()
    with meanwhile(LOCKED, lambda: move(Revision.objects.get(pk=item.target_id), TEN)) as editor:
        revision.publish()
    assert isinstance(editor.result, NotScheduledError)
    assert is_live(page)


def page_added_below_what_is_published(clock):
    """A page added below another one that is just being published from its form keeps its place."""
    page = draft(StandardPage)
    with meanwhile(ADDRESS, lambda: draft(StandardPage, parent=Page.objects.get(pk=page.pk))):
        PublishPageRevisionAction(page.get_latest_revision()).execute()
    assert is_live(page)
    assert not any(Page.find_problems())


def saved_by_itself_while_it_is_scheduled(clock):
    """A draft that saves itself on top of a version that is being scheduled becomes a version of its own."""
    page = draft(StandardPage, go_live_at=NINE, standfirst="Whole.")
    revision, opened = page.get_latest_revision(), row(page)
    opened.standfirst = "Half a sent"
    with meanwhile(PLANNED, lambda: opened.save_revision(overwrite_revision=revision)):
        Revision.objects.get(pk=revision.pk).publish()
    planned = row(page).scheduled_revision
    assert planned and planned.content["standfirst"] == "Whole."


def resumed_by_two(clock):
    """Of two who resume at once the first decides; the second is told so."""
    revision = missed_at_nine(clock)
    with meanwhile(HOLD, lambda: resume({revision: ELEVEN}, None)) as editor:
        assert resume({revision: TEN}, None)
    assert editor.result is False
    assert Revision.objects.get(pk=revision.pk).approved_go_live_at == TEN


def held_while_somebody_resumes(clock):
    """A hold that is placed while somebody ends the one before is not ended with it."""
    revision = missed_at_nine(clock)
    with meanwhile(HOLD, lambda: hold_all(ELEVEN)) as editor:
        resume({revision: TEN}, None)
    assert open_hold() == editor.result


def published_while_somebody_takes_back(clock):
    """Words that are published while somebody takes back what was published before are what readers see."""
    page = published(StandardPage, standfirst="First.")
    before = state_of(page.pk)
    say(page, "Second.")
    ada = UserFactory()
    step = Step(page.pk, ada.pk, before, state_of(page.pk))
    with meanwhile(IS_PLANNED, lambda: say(page, "Third.")) as editor:
        take_back(step, ada)
    assert editor.result is None
    assert row(page).standfirst == "Third."
