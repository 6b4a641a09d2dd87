"""What a calendar shows: what went live, will go live, is planned without being scheduled, or goes offline."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists
from django.utils.formats import date_format
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from core.site_time import by_the_clock
from core.status import (
    EXPIRING,
    FLAGS,
    LIVE,
    STATUSES,
    Status,
    annotate_schedule,
    flag_of,
    planned_for,
    schedules,
    status_word,
)
from users.models import User

WORDS = {status.word: status for status in STATUSES}


@dataclass(frozen=True)
class Entry:
    """One thing on the calendar: a page, the moment it is about, and what that moment is to the page."""

    page: Page
    moment: datetime
    status: Status
    flag: Status | None = None
    #: Whether the moment stands in a draft and nothing waits for it.
    is_loose: bool = False

    @property
    def time(self) -> str:
        """The time by the site's clock: “09:00”."""
        return date_format(by_the_clock(self.moment), "H:i")

    @property
    def words(self) -> set[str]:
        """What the entry can be filtered by."""
        return {self.status.word} | ({self.flag.word} if self.flag else set())


def entries(user: User, pages: PageQuerySet, start: datetime, end: datetime) -> list[Entry]:
    """Everything of these pages between two moments, the earliest first; four queries, however many pages."""
    own = pages.filter(pk__in=editable(user).values("pk"))
    kinds: list[Callable[..., Iterator[Entry]]] = [went_live, expiring, scheduled, loose]
    # What is live, everybody sees; what is planned, only those who may edit it.
    found = [entry for kind in kinds for entry in kind(pages if kind is went_live else own, start, end)]
    return sorted(found, key=lambda entry: (entry.moment, entry.page.pk))


def went_live(pages: PageQuerySet, start: datetime, end: datetime) -> Iterator[Entry]:
    """Pages readers see, at the date they see."""
    for page in told(pages.filter(live=True, first_published_at__gte=start, first_published_at__lt=end)):
        yield Entry(page, page.first_published_at, LIVE)


def expiring(pages: PageQuerySet, start: datetime, end: datetime) -> Iterator[Entry]:
    """Live pages at the moment they go offline."""
    for page in told(pages.filter(live=True, expire_at__gte=start, expire_at__lt=end)):
        yield Entry(page, page.expire_at, EXPIRING, flag_of(page))


def scheduled(pages: PageQuerySet, start: datetime, end: datetime) -> Iterator[Entry]:
    """Pages, and changes to live ones, that the schedule waits for."""
    waiting = schedules().filter(approved_go_live_at__gte=start, approved_go_live_at__lt=end)
    for page in told(pages.filter(Exists(waiting))):
        yield Entry(page, planned_for(page), WORDS[page.status_word], flag_of(page))


def loose(pages: PageQuerySet, start: datetime, end: datetime) -> Iterator[Entry]:
    """Drafts whose date nothing waits for."""
    drafts = pages.filter(live=False, go_live_at__gte=start, go_live_at__lt=end).exclude(Exists(schedules()))
    for page in told(drafts):
        yield Entry(page, page.go_live_at, WORDS[page.status_word], flag_of(page), is_loose=True)


def told(pages: PageQuerySet) -> PageQuerySet:
    """The pages with all an entry says of them, in one query."""
    return annotate_schedule(pages).annotate(status_word=status_word())


def editable(user: User) -> PageQuerySet:
    """The pages a user may edit: nobody learns of another's embargo here."""
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")


#: Every word an entry can be filtered by.
ENTRY_WORDS = [status.word for status in (*STATUSES, EXPIRING, *FLAGS)]
