"""Moments of one morning, and pages planned for them."""

from datetime import UTC, datetime, timedelta

from wagtail.models import Page, Revision

from blog.models import BlogPostPage
from editorial.scheduling.due import DueItem
from editorial.scheduling.hold import place
from editorial.scheduling.models import Hold, Kind
from tests.publication import draft

EIGHT = datetime(2026, 3, 2, 8, tzinfo=UTC)
NINE = EIGHT + timedelta(hours=1)
TEN = EIGHT + timedelta(hours=2)


def planned(moment: datetime = NINE, **values) -> Page:
    """A complete post, scheduled."""
    post = draft(BlogPostPage, **values)
    post.go_live_at = moment
    post.save_revision().publish()
    return BlogPostPage.objects.get(pk=post.pk)


def expiring(page: Page, moment: datetime = NINE) -> Page:
    """A live page that is to go offline."""
    page.expire_at = moment
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def item_of(page: Page, tries: int = 0) -> DueItem:
    """The due item of a planned page."""
    revision = page.revisions.filter(approved_go_live_at__isnull=False).get()
    return DueItem(Kind.GO_LIVE, revision.pk, revision.approved_go_live_at, tries)


def move(revision: Revision, moment: datetime) -> None:
    """Give a planned version another moment, as if it had been planned for that."""
    revision.approved_go_live_at, revision.content["go_live_at"] = moment, moment.isoformat()
    revision.save(update_fields=["approved_go_live_at", "content"])
    Page.objects.filter(pk=revision.object_id).update(go_live_at=moment)


def break_revision(page: Page, **content) -> Page:
    """Spoil the planned version of a page, as no form would let anybody."""
    revision = page.revisions.filter(approved_go_live_at__isnull=False).get()
    revision.content |= content
    type(revision).objects.filter(pk=revision.pk).update(content=revision.content)
    return page


def is_live(page: Page) -> bool:
    """Whether readers see a page, asked anew."""
    return Page.objects.get(pk=page.pk).live


def hold_all(until: datetime = TEN, reason: str = "A dose is wrong", user=None) -> Hold:
    """Hold everything until a moment."""
    return place(reason, until, user)
