"""Where a page stands, in the words and icons every form, listing, mail and report uses.

``status_of`` answers for one page, ``status_word`` for a queryset; both give the same word. Flags stand beside the
status, at most one at a time: ``flag_of`` and ``flag_word`` answer in the same way. Whoever knows of a stage before the
first draft, or of a state that asks for somebody, registers it in ``AppConfig.ready()``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page, Revision, WorkflowState, get_default_page_content_type
from wagtail.query import PageQuerySet

from core.approval import approved

#: What is added to Wagtail's box for a word.
TONES = {"live": "w-status--primary", "critical": "status--critical"}


@dataclass(frozen=True)
class Status:
    """One word for where a page stands, with its icon.

    ``tone`` is “live” when readers see the page, “critical” when something did not happen, else “quiet”.
    """

    word: str
    icon: str
    tone: str = "quiet"

    @property
    def classname(self) -> str:
        """How it looks in the admin: Wagtail's own box, red when it is critical."""
        return f"w-status {TONES.get(self.tone, '')}".strip()


IDEA = Status("Idea", "bulb")
DRAFT = Status("Draft", "draft")
IN_REVIEW = Status("In review", "glasses")
READY = Status("Ready", "check")
SCHEDULED = Status("Scheduled", "calendar-check")
LIVE = Status("Live", "view", "live")
LIVE_CHANGES = Status("Live + changes", "edit", "live")
RETIRED = Status("Retired", "no-view")
#: What a live page is on the day it goes offline.
EXPIRING = Status("Expiring", "time", "live")

#: Every status, in the order a page usually passes through them.
STATUSES = (IDEA, DRAFT, IN_REVIEW, READY, SCHEDULED, LIVE, LIVE_CHANGES, RETIRED)
BY_WORD = {status.word: status for status in STATUSES}
STATUS_CHOICES = [(status.word, status.word) for status in STATUSES]

#: Flags ask for somebody.
HELD = Status("Held", "pause")
FAILED = Status("Failed", "warning", "critical")
OVERDUE = Status("Overdue", "warning", "critical")
FLAGS = (HELD, FAILED, OVERDUE)
FLAG_CHOICES = [(flag.word, flag.word) for flag in FLAGS]

#: Whoever keeps the schedule needs a moment: only then is a page overdue.
OVERDUE_AFTER = timedelta(minutes=1)

Condition = Callable[[], Q]

_stages: dict[Status, Condition] = {}
_conditions: dict[Status, Condition] = {}


def register_stage(status: Status, condition: Condition) -> None:
    """Say which pages that have never been live, and wait for nobody, have this status."""
    _stages[status] = condition


def register_flag(flag: Status, condition: Condition) -> None:
    """Say which pages a flag stands beside; what was registered first goes before the others, overdue comes last."""
    _conditions[flag] = condition


def status_of(page: Page) -> Status:
    """The status of one page, DRAFT before it is saved; free when annotated."""
    if not page.pk:
        return DRAFT
    if not hasattr(page, "status_word"):
        word = Page.objects.filter(pk=page.pk).annotate(word=status_word()).values_list("word", flat=True).get()
        return BY_WORD[word]
    return BY_WORD[page.status_word]


def flag_of(page: Page) -> Status | None:
    """The flag of one page; free when annotated."""
    if not hasattr(page, "flag_word"):
        page.flag_word = Page.objects.filter(pk=page.pk).annotate(word=flag_word()).values_list("word", flat=True).get()
    return next((flag for flag in FLAGS if flag.word == page.flag_word), None)


def planned_for(page: Page) -> datetime | None:
    """When a page, or what was changed on it, goes live by the schedule; free when annotated."""
    if not hasattr(page, "planned_moment"):
        moments = page.revisions.filter(approved_go_live_at__isnull=False).order_by("approved_go_live_at")
        page.planned_moment = moments.values_list("approved_go_live_at", flat=True).first()
    return page.planned_moment


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
        When(Exists(schedules()), then=Value(SCHEDULED.word)),
        When(Exists(in_review), then=Value(IN_REVIEW.word)),
        When(approved(), then=Value(READY.word)),
        When(last_published_at__isnull=False, then=Value(RETIRED.word)),
        *(When(condition(), then=Value(status.word)) for status, condition in _stages.items()),
        default=Value(DRAFT.word),
        output_field=CharField(),
    )


def flag_word() -> Case:
    """The word of ``flag_of`` as a database expression over pages; empty without a flag."""
    conditions = _conditions | {OVERDUE: is_past}
    cases = [When(condition(), then=Value(flag.word)) for flag, condition in conditions.items()]
    return Case(*cases, default=Value(""), output_field=CharField())


def is_past() -> Q:
    """The pages whose planned moment has passed, and those readers still see after their time is over."""
    limit = timezone.now() - OVERDUE_AFTER
    return Q(Exists(schedules().filter(approved_go_live_at__lte=limit))) | Q(live=True, expire_at__lte=limit)


def annotate_schedule(pages: PageQuerySet) -> PageQuerySet:
    """Let ``status_of``, ``flag_of`` and ``planned_for`` answer for each page without a query of its own."""
    return pages.annotate(status_word=status_word(), flag_word=flag_word(), planned_moment=planned_moment())


def planned_moment() -> Subquery:
    """The moment of ``planned_for`` as a database expression over pages."""
    return Subquery(schedules().order_by("approved_go_live_at").values("approved_go_live_at")[:1])


def planned_between(pages: PageQuerySet, start: datetime | None, end: datetime | None) -> PageQuerySet:
    """Only the pages that go live by the schedule from ``start`` to ``end``, as far as these are said."""
    planned = Page.objects.annotate(moment=planned_moment()).filter(moment__isnull=False)
    planned = planned.filter(moment__gte=start) if start else planned
    planned = planned.filter(moment__lte=end) if end else planned
    return pages.filter(pk__in=planned.values("pk"))


def having_status(pages: PageQuerySet, words: Iterable[str]) -> PageQuerySet:
    """Only the pages whose status is one of ``words``."""
    return having_word(pages, status_word(), words)


def having_flag(pages: PageQuerySet, words: Iterable[str]) -> PageQuerySet:
    """Only the pages whose flag is one of ``words``."""
    return having_word(pages, flag_word(), words)


def having_word(pages: PageQuerySet, word: Case, words: Iterable[str]) -> PageQuerySet:
    """Narrow by primary key, because the search backends accept no filter on an annotation."""
    return pages.filter(pk__in=Page.objects.annotate(word=word).filter(word__in=list(words)).values("pk"))


def schedules() -> QuerySet[Revision]:
    """The planned revisions of a page, inside a query over pages."""
    return Revision.page_revisions.filter(
        object_id=Cast(OuterRef("pk"), CharField()), approved_go_live_at__isnull=False
    )
