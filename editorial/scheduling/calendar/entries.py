"""What a calendar shows: what went live, will go live, is planned without being scheduled, or goes offline."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, OuterRef, Q, Subquery, Value, When
from django.utils.formats import date_format
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from core.site_time import by_the_clock
from core.status import EXPIRING, FLAGS, LIVE, STATUSES, Status, annotate_schedule, flag_of, planned_for, status_of
from editorial.scheduling.bundles.membership import waiting_members
from editorial.scheduling.models import PlannedPage
from users.models import User


@dataclass(frozen=True)
class Entry:
    """One thing on the calendar: a page, the moment it is about, and what that moment is to the page."""

    page: Page
    moment: datetime
    status: Status
    flag: Status | None = None
    #: Whether the moment stands in a draft and nothing waits for it.
    is_loose: bool = False
    #: The name of the bundle it goes live with.
    bundle: str = ""

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
    planned = PlannedPage.objects.filter(page=OuterRef("pk"))
    # What is live, everybody sees; what is planned, only those who may edit it.
    seen = Q(live=True) & within("first_published_at", during)
    own = Q(live=True) & within("expire_at", during) | within("plan_moment", during)
    pages = annotate_schedule(pages).annotate(
        plan_moment=Subquery(planned.values("moment")),
        bundle_name=Subquery(waiting_members().filter(page=OuterRef("pk")).values("bundle__name")[:1]),
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
    if page.live and page.expire_at:
        yield Entry(page, page.expire_at, EXPIRING)
    if page.plan_moment:
        is_loose = planned_for(page) is None
        yield Entry(page, page.plan_moment, status_of(page), flag_of(page), is_loose, page.bundle_name or "")


def within(field: str, during: tuple[datetime, datetime]) -> Q:
    """The pages with a moment of theirs between two moments."""
    start, end = during
    return Q(**{f"{field}__gte": start, f"{field}__lt": end})


def editable(user: User) -> PageQuerySet:
    """The pages a user may edit: nobody learns of another's embargo here."""
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")


#: Every word an entry can be filtered by.
ENTRY_WORDS = [status.word for status in (*STATUSES, EXPIRING, *FLAGS)]
