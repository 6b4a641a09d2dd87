"""The ends of bundles on the calendar: one entry for all the pages that then show what they showed before."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import PageLogEntry, TaskState, WorkflowState
from wagtail.query import PageQuerySet

from core.site_time import by_the_clock
from core.status import EXPIRING, FAILED, OVERDUE, OVERDUE_AFTER, Status
from editorial.scheduling.bundles.access import may_see_any
from editorial.scheduling.calendar.permissions import allowed
from editorial.scheduling.models import Attempt, Bundle, BundleMember, Kind
from users.models import User


@dataclass(frozen=True)
class End:
    """The end of a bundle, which counts as its pages expiring together."""

    bundle: Bundle
    #: Whether whoever looks at it may let it end at another moment.
    is_movable: bool = False

    template = "editorial/scheduling/calendar/end_card.html"
    status = EXPIRING
    is_loose = False

    @property
    def moment(self) -> datetime:
        """When it ends."""
        return self.bundle.ends_at

    @property
    def title(self) -> str:
        """What the team calls the bundle."""
        return self.bundle.name

    @property
    def time(self) -> str:
        """The time by the site's clock: “09:00”."""
        return date_format(by_the_clock(self.moment), "H:i")

    @property
    def flag(self) -> Status | None:
        """What asks for somebody, once its moment has passed."""
        if self.bundle.is_waiting:
            return None
        if self.bundle.has_failed:
            return FAILED
        return OVERDUE if self.moment <= timezone.now() - OVERDUE_AFTER else None

    @property
    def kind(self) -> str:
        """What it is the end of: “Bundle, 3 pages”."""
        count = self.bundle.page_count
        return f"Bundle, {count} page" if count == 1 else f"Bundle, {count} pages"

    @property
    def words(self) -> set[str]:
        """What the entry can be filtered by."""
        return {self.status.word} | ({self.flag.word} if self.flag else set())

    @property
    def address(self) -> str:
        """Where it is changed."""
        return reverse("bundle", args=[self.bundle.pk])

    @property
    def changed_at(self) -> datetime | None:
        """When one of its pages, or the end itself, was last changed."""
        return self.bundle.logged_at


def ends(user: User, start: datetime, end: datetime, pages: PageQuerySet | None = None) -> list[End]:
    """The ends between two moments of the bundles a user may see, the earliest first; one query.

    With pages, only of bundles that hold one of them.
    """
    if not may_see_any(user):
        return []
    found = planned_ends().filter(ends_at__gte=start, ends_at__lt=end).exclude(Exists(members_not_in(user, "change")))
    if pages is not None:
        found = found.filter(Exists(members().filter(page__in=pages.order_by().values("pk"))))
    found = found.annotate(is_stuck=Exists(undecided(user))).order_by("ends_at", "pk")
    return [End(bundle, is_movable=not bundle.is_stuck) for bundle in found]


def planned_ends() -> QuerySet[Bundle]:
    """The bundles that come to an end, with all that their entries say."""
    failed = Attempt.objects.filter(kind=Kind.BUNDLE_END, target_id=OuterRef("pk")).exclude(error="")
    pages = BundleMember.objects.filter(bundle=OuterRef(OuterRef("pk"))).values("page")
    latest = PageLogEntry.objects.filter(page__in=pages).order_by("-timestamp").values("timestamp")[:1]
    return Bundle.objects.filter(moment__isnull=False, ends_at__isnull=False, ended_at=None).annotate(
        has_failed=Exists(failed),
        page_count=Count("members", filter=Q(members__page__isnull=False)),
        logged_at=Subquery(latest),
    )


def members() -> QuerySet[BundleMember]:
    """The pages of a bundle, inside a query over bundles."""
    return BundleMember.objects.filter(bundle=OuterRef("pk"), page__isnull=False)


def members_not_in(user: User, action: str) -> QuerySet[BundleMember]:
    """The pages of a bundle that a user may not do something to."""
    return members().exclude(page__in=allowed(user, action).order_by().values("pk"))


def undecided(user: User) -> QuerySet[BundleMember]:
    """The pages of a bundle that a user neither may publish nor finds approved, as bundles.access has it."""
    approved = TaskState.objects.filter(
        revision=OuterRef("version"),
        status=TaskState.STATUS_APPROVED,
        workflow_state__status=WorkflowState.STATUS_APPROVED,
    )
    versions = members_not_in(user, "publish").alias(version=Coalesce("shown", "page__latest_revision"))
    return versions.exclude(Exists(approved))
