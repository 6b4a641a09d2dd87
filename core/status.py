"""Where a page stands, in the words and icons every form, listing, mail and report uses.

``status_of`` answers for one page, ``status_word`` for a queryset; both give the same word. Words whose state a later
capability brings are added here by it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, CharField, Exists, OuterRef, Q, Value, When
from django.db.models.functions import Cast, Now
from django.utils import timezone
from wagtail.models import Page, Revision, WorkflowState, get_default_page_content_type
from wagtail.query import PageQuerySet


@dataclass(frozen=True)
class Status:
    """One word for where a page stands, with its icon; ``tone`` is “live” when readers see the page, else “quiet”."""

    word: str
    icon: str
    tone: str = "quiet"


DRAFT = Status("Draft", "draft")
IN_REVIEW = Status("In review", "glasses")
SCHEDULED = Status("Scheduled", "calendar-check")
LIVE = Status("Live", "view", "live")
LIVE_CHANGES = Status("Live + changes", "edit", "live")
RETIRED = Status("Retired", "no-view")

#: Every status, in the order a page usually passes through them.
STATUSES = (DRAFT, IN_REVIEW, SCHEDULED, LIVE, LIVE_CHANGES, RETIRED)
STATUS_CHOICES = [(status.word, status.word) for status in STATUSES]

#: Flags stand beside the status and ask for somebody.
HELD = Status("Held", "pause")
OVERDUE = Status("Overdue", "warning")
FAILED = Status("Failed", "warning")


def status_of(page: Page) -> Status:
    """The status of one page; free of queries when its queryset prefetched workflow states and schedule."""
    if page.live:
        return LIVE_CHANGES if page.has_unpublished_changes else LIVE
    if page.approved_schedule:
        return SCHEDULED
    if page.workflow_in_progress:
        return IN_REVIEW
    return RETIRED if page.last_published_at else DRAFT


def is_overdue(page: Page) -> bool:
    """Whether the planned moment of a page has passed without it going live; free when annotated."""
    if hasattr(page, "past_schedule"):
        return page.past_schedule
    return page.revisions.filter(approved_go_live_at__lte=timezone.now()).exists()


def status_word() -> Case:
    """The word of ``status_of`` as a database expression over pages."""
    in_review = WorkflowState.objects.filter(
        base_content_type=get_default_page_content_type(),
        object_id=Cast(OuterRef("pk"), CharField()),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return Case(
        When(Q(live=True, has_unpublished_changes=True), then=Value(LIVE_CHANGES.word)),
        When(live=True, then=Value(LIVE.word)),
        When(Exists(_schedules()), then=Value(SCHEDULED.word)),
        When(Exists(in_review), then=Value(IN_REVIEW.word)),
        When(last_published_at__isnull=False, then=Value(RETIRED.word)),
        default=Value(DRAFT.word),
        output_field=CharField(),
    )


def annotate_overdue(pages: PageQuerySet) -> PageQuerySet:
    """Let ``is_overdue`` answer for each page without a query of its own."""
    return pages.annotate(past_schedule=Exists(_schedules().filter(approved_go_live_at__lte=Now())))


def having_status(pages: PageQuerySet, words: Iterable[str]) -> PageQuerySet:
    """Only the pages whose status is one of ``words``.

    Narrowed by primary key, because the search backends accept no filter on an annotation.
    """
    matching = Page.objects.annotate(status_word=status_word()).filter(status_word__in=list(words))
    return pages.filter(pk__in=matching.values("pk"))


def _schedules():
    return Revision.page_revisions.filter(
        object_id=Cast(OuterRef("pk"), CharField()), approved_go_live_at__isnull=False
    )
