"""What a calendar shows: what went live, will go live, is planned without being scheduled, or goes offline."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Exists, Q, Value, When
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
    """Everything of these pages between two moments, the earliest first; one query, however many pages."""
    during = (start, end)
    waiting = schedules().filter(approved_go_live_at__gte=start, approved_go_live_at__lt=end)
    # What is live, everybody sees; what is planned, only those who may edit it.
    seen = Q(live=True) & within("first_published_at", during)
    own = Q(live=True) & within("expire_at", during) | Exists(waiting) | Q(live=False) & within("go_live_at", during)
    pages = annotate_schedule(pages).annotate(
        status_word=status_word(),
        is_own=Case(When(pk__in=editable(user).values("pk"), then=Value(True)), default=Value(False)),
    )
    found = [entry for page in pages.filter(seen | own) for entry in entries_of(page) if start <= entry.moment < end]
    return sorted(found, key=lambda entry: (entry.moment, entry.page.pk))


def entries_of(page: Page) -> Iterator[Entry]:
    """What an annotated page has on the calendar, whenever that is."""
    if page.live and page.first_published_at:
        yield Entry(page, page.first_published_at, LIVE)
    if not page.is_own:
        return
    status, flag, planned = WORDS[page.status_word], flag_of(page), planned_for(page)
    if page.live and page.expire_at:
        yield Entry(page, page.expire_at, EXPIRING)
    if planned:
        yield Entry(page, planned, status, flag)
    elif page.go_live_at and not page.live:
        yield Entry(page, page.go_live_at, status, flag, is_loose=True)


def within(field: str, during: tuple[datetime, datetime]) -> Q:
    """The pages with a moment of theirs between two moments."""
    start, end = during
    return Q(**{f"{field}__gte": start, f"{field}__lt": end})


def editable(user: User) -> PageQuerySet:
    """The pages a user may edit: nobody learns of another's embargo here."""
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")


#: Every word an entry can be filtered by.
ENTRY_WORDS = [status.word for status in (*STATUSES, EXPIRING, *FLAGS)]
