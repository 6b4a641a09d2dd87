"""What a calendar shows: what went live, will go live, is planned without being scheduled, or goes offline.

Bundles that end stand among them as they are. Beside it lies the tray, with what is not planned for any day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat, Trim
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Page
from wagtail.query import PageQuerySet

from articles.full_text import article_types
from core.site_time import by_the_clock
from core.status import EXPIRING, FLAGS, LIVE, STATUSES, Status, annotate_schedule, flag_of, planned_for, status_of
from editorial.scheduling.bundles.membership import waiting_members
from editorial.scheduling.calendar.ends import End, ends
from editorial.scheduling.calendar.permissions import allowed, yes_if
from editorial.scheduling.models import PlannedPage
from users.models import User

#: More than so many undated pages are left to the listings.
TRAY = 30


@dataclass(frozen=True)
class Entry:
    """One thing on the calendar: a page, the moment it is about, and what that moment is to the page."""

    page: Page
    #: None in the tray.
    moment: datetime | None
    status: Status
    flag: Status | None = None
    #: Whether the moment stands in a draft and nothing waits for it.
    is_loose: bool = False
    #: Whether whoever looks at it may plan it for another moment.
    is_movable: bool = False
    #: The name of the bundle it goes live with.
    bundle: str = ""

    template = "editorial/scheduling/calendar/card.html"

    @property
    def title(self) -> str:
        """The newest title, for those who may edit the page; what readers read for all others."""
        return self.page.draft_title or self.page.title if self.page.is_own else self.page.title

    @property
    def time(self) -> str:
        """The time by the site's clock: “09:00”."""
        return date_format(by_the_clock(self.moment), "H:i") if self.moment else ""

    @property
    def kind(self) -> str:
        """What kind of page it is."""
        return self.page.page_type_display_name

    @property
    def address(self) -> str | None:
        """Where it is edited, for those who may."""
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk]) if self.page.is_own else None

    @property
    def writer(self) -> str:
        """Who writes it."""
        return self.page.writer_name or self.page.writer_login or ""

    @property
    def has_passed(self) -> bool:
        """Whether the moment of a draft is over without anything having waited for it."""
        return self.is_loose and self.moment is not None and self.moment <= timezone.now()

    @property
    def words(self) -> set[str]:
        """What the entry can be filtered by."""
        return {self.status.word} | ({self.flag.word} if self.flag else set())


def articles() -> PageQuerySet:
    """The pages that are planned: each type of article."""
    return Page.objects.type(*article_types())


def entries(
    user: User,
    pages: PageQuerySet,
    start: datetime,
    end: datetime,
    word: str = "",
    with_tray: bool = False,
    is_narrowed: bool = False,
) -> list[Entry | End]:
    """Everything of these pages between two moments, the earliest first, then the tray; two queries, however many.

    With a word, only what can be filtered by it. Of bundles that end then, all are there unless pages were chosen.
    """
    during = (start, end)
    chosen, pages = pages, prepared(pages, user)
    # What is live, everybody sees; what is planned, only those who may edit it.
    seen = Q(live=True) & within("first_published_at", during)
    own = Q(live=True) & within("expire_at", during) | within("plan_moment", during)
    shown_pages = pages.filter(seen | own | in_tray(pages, word) if with_tray else seen | own)
    found = [entry for page in shown_pages for entry in entries_of(page)]
    shown = [one for one in found if (with_tray if one.moment is None else start <= one.moment < end)]
    shown.sort(key=lambda one: one.page.pk)
    shown += ends(user, start, end, chosen if is_narrowed else None)
    kept = [one for one in shown if not word or word in one.words]
    return sorted(kept, key=lambda one: (one.moment is None, one.moment or one.page.latest_revision_created_at))


def prepared(pages: PageQuerySet, user: User) -> PageQuerySet:
    """The pages with all that their entries say."""
    planned = PlannedPage.objects.filter(page=OuterRef("pk"))
    name = Concat("assignee__first_name", Value(" "), "assignee__last_name")
    return annotate_schedule(pages).annotate(
        plan_moment=Subquery(planned.values("moment")),
        text_due=Subquery(planned.values("text_due")),
        writer_name=Trim(Subquery(planned.annotate(name=name).values("name"))),
        writer_login=Subquery(planned.values(f"assignee__{User.USERNAME_FIELD}")),
        bundle_name=Subquery(waiting_members().filter(page=OuterRef("pk")).values("bundle__name")[:1]),
        is_own=yes_if(allowed(user, "change")),
        is_publishable=yes_if(allowed(user, "publish")),
    )


def in_tray(pages: PageQuerySet, word: str) -> Q:
    """The pages in the tray of a user, the newest: never live, and not planned for any day."""
    undated = pages.filter(is_own=True, live=False, last_published_at=None, plan_moment=None)
    if word:
        undated = undated.filter(Q(status_word=word) | Q(flag_word=word))
    return Q(pk__in=undated.order_by("-latest_revision_created_at", "-pk").values("pk")[:TRAY])


def entries_of(page: Page) -> Iterator[Entry]:
    """What an annotated page has on the calendar, whenever that is."""
    if page.live and page.first_published_at:
        yield Entry(page, page.first_published_at, LIVE)
    if not page.is_own:
        return
    if page.live and page.expire_at:
        yield Entry(page, page.expire_at, EXPIRING)
    is_loose = planned_for(page) is None
    if page.plan_moment or not (page.live or page.last_published_at):
        is_movable = is_loose or page.is_publishable
        yield Entry(
            page, page.plan_moment, status_of(page), flag_of(page), is_loose, is_movable, page.bundle_name or ""
        )


def within(field: str, during: tuple[datetime, datetime]) -> Q:
    """The pages with a moment of theirs between two moments."""
    start, end = during
    return Q(**{f"{field}__gte": start, f"{field}__lt": end})


#: Every word an entry can be filtered by.
ENTRY_WORDS = [status.word for status in (*STATUSES, EXPIRING, *FLAGS)]
