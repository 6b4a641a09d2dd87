"""An editor and the runner, or two workers, at one page in the same moment: what has to be so afterwards.

Each scene fails once the lock it is played for is taken away.
"""

from wagtail.models import PageLogEntry, Revision

from editorial.scheduling import runner
from editorial.scheduling.models import Attempt
from editorial.scheduling.moving import NotScheduledError, move
from editorial.scheduling.step import Outcome
from tests.editorial.scheduling.mornings import TEN, break_revision, hold_all, is_live, item_of
from tests.faults.meanwhile import meanwhile
from tests.faults.scenery import (
    FAILED,
    HOLD,
    IS_DUE,
    IS_OVER,
    IS_PLANNED,
    PAGE,
    SAVED,
    due_at_nine,
    end_of,
    over_at_nine,
    row,
    unschedule,
)
from tests.publication import publish


def unscheduled_while_it_goes_live(clock):
    """Who unschedules a page and sees it offline can rely on that."""
    item, page = due_at_nine(clock)

    def look():
        unschedule(item)
        return is_live(page)

    with meanwhile(IS_DUE, look) as editor:
        runner.attempt(item)
    assert editor.result == is_live(page)


def held_while_it_goes_live(clock):
    """Once “Everything is held” is said, nothing more goes live."""
    item, page = due_at_nine(clock)

    def place():
        hold_all(TEN)
        return is_live(page)

    with meanwhile(HOLD, place) as editor:
        runner.attempt(item)
    assert editor.result == is_live(page)


def moved_while_it_goes_live(clock):
    """A page that went live this moment is not planned once more."""
    item, page = due_at_nine(clock)
    revision = Revision.objects.get(pk=item.target_id)
    with meanwhile(PAGE, lambda: move(revision, TEN)) as editor:
        runner.attempt(item)
    assert isinstance(editor.result, NotScheduledError)
    assert not row(page).scheduled_revision


def due_while_somebody_saves_it(clock):
    """The runner waits for nobody: what somebody is at comes next time, and whatever else is due at once."""
    item, page = due_at_nine(clock)
    with meanwhile(SAVED, lambda: runner.attempt(item)) as worker:
        row(page).save()
    assert worker.result == Outcome.BUSY.value


def over_while_somebody_saves_it(clock):
    """The runner waits for nobody, nor does what goes offline."""
    page = over_at_nine(clock)
    with meanwhile(SAVED, lambda: runner.attempt(end_of(page))) as worker:
        row(page).save()
    assert worker.result == Outcome.BUSY.value


def published_while_it_goes_offline(clock):
    """Who approves a page while its end is carried out waits for that, and not each for the other."""
    page = over_at_nine(clock)
    more = row(page)
    more.expire_at = TEN
    revision = more.save_revision()
    with meanwhile(IS_OVER, revision.publish) as editor:
        runner.attempt(end_of(page))
    assert editor.result is None
    assert is_live(page)


def saved_by_itself_while_it_goes_offline(clock):
    """A draft that saves itself while the end of its page is carried out waits for that, and not each for the other."""
    page = over_at_nine(clock)
    opened = row(page)
    revision = opened.save_revision()
    with meanwhile(IS_OVER, lambda: opened.save_revision(overwrite_revision=revision)) as editor:
        runner.attempt(end_of(page))
    assert editor.result == revision
    assert not is_live(page)


def given_more_time_while_it_goes_offline(clock):
    """A page that was given more time while its end was carried out stays online."""
    page = over_at_nine(clock)

    def give_time():
        more = row(page)
        more.expire_at = TEN
        publish(more)

    with meanwhile(IS_PLANNED, give_time) as editor:
        runner.attempt(end_of(page))
    assert editor.result is None
    assert (row(page).live, row(page).expire_at) == (True, TEN)


def saved_by_itself_while_it_goes_live(clock):
    """A draft that saves itself while the page goes live does not take it offline."""
    item, page = due_at_nine(clock)
    opened = row(page)
    opened.standfirst = "Half a sent"

    def save():
        opened.save()
        opened.save_revision()

    with meanwhile(SAVED, save) as editor:
        runner.attempt(item)
    assert editor.result is None
    assert is_live(page)
    assert row(page).get_latest_revision_as_object().standfirst == "Half a sent"


def moved_while_its_failure_is_noted(clock):
    """A page that is moved while its failure is noted is tried at its new moment like any other."""
    item, page = due_at_nine(clock)
    break_revision(page, title="")
    revision = Revision.objects.get(pk=item.target_id)
    with meanwhile(FAILED, lambda: move(revision, TEN)) as editor:
        runner.attempt(item)
    assert editor.result is None
    assert not Attempt.objects.exists()


def tried_by_two(clock):
    """A worker that comes second leaves the first one's attempt alone, which names what may kill it."""
    item, page = due_at_nine(clock)

    def attempt():
        runner.attempt(item)
        return Attempt.objects.filter(target_id=item.target_id).count()

    with meanwhile(IS_DUE, attempt) as worker:
        runner.attempt(item)
    assert worker.result == 1
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish.scheduled").count() == 1


def tried_again_by_two(clock):
    """What failed before is tried once more by one worker, not by each."""
    item, page = due_at_nine(clock)
    break_revision(page, title="")
    runner.attempt(item)
    clock(TEN)
    again = item_of(page, tries=1)
    with meanwhile(IS_DUE, lambda: runner.attempt(again)):
        runner.attempt(again)
    assert Attempt.objects.get().count == 2
