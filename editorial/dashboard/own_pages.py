"""What somebody is working on, and what went live last."""

from django.db.models import Q
from wagtail.models import Page
from wagtail.query import PageQuerySet

from articles.models import ArticlePage
from core.plan import named_time
from core.status import DRAFT, IDEA, IN_REVIEW, LIVE_CHANGES, READY, SCHEDULED, annotate_schedule, having_status
from home.models import StandardPage
from users.models import User

SHOWN = 8
UNFINISHED = [status.word for status in (IDEA, DRAFT, IN_REVIEW, READY, SCHEDULED, LIVE_CHANGES)]


def drafts_of(user: User) -> PageQuerySet:
    """Unfinished pages this user owns or changed last, the latest change first."""
    pages = Page.objects.filter(Q(owner=user) | Q(latest_revision__user=user), depth__gt=1)
    return for_listing(having_status(pages, UNFINISHED).order_by("-latest_revision_created_at"))


def recently_live() -> PageQuerySet:
    """What readers found new last, by the editor's date."""
    pages = Page.objects.live().type(ArticlePage).not_type(StandardPage).exclude(first_published_at=None)
    return for_listing(pages.order_by("-first_published_at"))


def for_listing(pages: PageQuerySet) -> PageQuerySet:
    """The first pages, fetched with all that showing their status needs."""
    return annotate_schedule(pages.specific(defer=True)).annotate(named=named_time())[:SHOWN]
