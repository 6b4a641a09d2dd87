"""Pages, and moments at which somebody else comes in, for the scenes that show what a lock is for."""

from datetime import timedelta

from wagtail.models import Page, Revision

from editorial.scheduling.due import DueItem
from editorial.scheduling.models import Attempt, Hold, Kind
from home.models import StandardPage
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, expiring, hold_all, item_of
from tests.publication import draft, publish, published

ELEVEN = TEN + timedelta(hours=1)
#: What is sent once a version is known to be due, a page is known to be over, and the page of a version is read.
IS_DUE = '"approved_go_live_at" <='
IS_OVER = '"expire_at" <='
PAGE = 'FROM "home_standardpage"'
#: What is sent between a look at a page and what is done to it.
IS_PLANNED = '"approved_go_live_at" IS NOT NULL'
ADDRESS = '"slug" ='
PLANNED = 'UPDATE "wagtailcore_revision"'
SAVED = 'UPDATE "wagtailcore_page"'
LOCKED = "FOR NO KEY UPDATE"
HOLD = 'FROM "editorial_scheduling_hold"'
FAILED = 'FROM "editorial_scheduling_attempt"'


def played(scene, clock):
    """Play a scene at eight in the morning, whatever another one has left behind."""
    Hold.objects.all().delete()
    Attempt.objects.all().delete()
    Revision.objects.update(approved_go_live_at=None)
    Page.fix_tree()
    clock(EIGHT)
    scene(clock)


def due_at_nine(clock):
    """A page whose moment has come, and the item that says so."""
    page = draft(StandardPage, go_live_at=NINE)
    page.save_revision().publish()
    clock(NINE)
    return item_of(page), page


def over_at_nine(clock):
    """A live page whose end has come."""
    page = expiring(published(StandardPage), NINE)
    clock(NINE)
    return page


def end_of(page):
    """The item that says that the end of a page has come."""
    return DueItem(Kind.EXPIRE, page.pk, NINE)


def unschedule(item):
    """Take a version out of the schedule."""
    revision = Revision.objects.get(pk=item.target_id)
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])


def missed_at_nine(clock):
    """A planned version whose moment passed while all was held."""
    item, _ = due_at_nine(clock)
    hold_all(TEN)
    return Revision.objects.get(pk=item.target_id)


def say(page, words):
    """Publish other words, as the page stands."""
    page = row(page)
    page.standfirst = words
    publish(page)


def row(page):
    """A page, read again."""
    return type(page).objects.get(pk=page.pk)
