"""What waits for somebody: pages they can approve, and pages that came back to them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page, TaskState, WorkflowState, get_default_page_content_type

from core.plan import named_time, time_in
from core.site_time import with_zone
from people.profiles import name_of
from users.models import User

#: More than this is a pile for the report, not for a first glance.
SHOWN = 10


@dataclass(frozen=True)
class WaitingPage:
    """A page that waits, why, since when, and what a reviewer said."""

    page: Page
    reason: str
    since: datetime
    comment: str = ""
    #: When it is to go live, by the text that waits.
    named: datetime | None = None

    @property
    def plan(self) -> str:
        """When it goes live once it is approved, in words; empty without a time."""
        if self.named is None:
            return ""
        words = with_zone(self.named)
        return f"Goes live {words}" if self.named > timezone.now() else f"Its time has passed: {words}"


def to_approve(user: User) -> list[WaitingPage]:
    """Pages in review whose current step this user can approve, the longest waiting first."""
    states = (
        TaskState.objects.reviewable_by(user)
        .filter(workflow_state__base_content_type=get_default_page_content_type())
        .select_related("task", "workflow_state__requested_by")
        .annotate(named=named_time("revision"))
        .order_by("started_at")[:SHOWN]
    )
    pages = pages_by_id(state.workflow_state for state in states)
    return [
        WaitingPage(page, asked_by(state), state.started_at, named=time_in(state.named, page))
        for state in states
        if (page := pages.get(state.workflow_state.object_id))
    ]


def sent_back(user: User) -> list[WaitingPage]:
    """Pages of this user a reviewer asked to change, the latest first."""
    owned = Page.objects.filter(owner=user).annotate(text_id=Cast("pk", CharField())).values("text_id")
    states = (
        WorkflowState.objects.filter(
            Q(requested_by=user) | Q(object_id__in=owned),
            base_content_type=get_default_page_content_type(),
            status=WorkflowState.STATUS_NEEDS_CHANGES,
        )
        .select_related("current_task_state__task", "current_task_state__finished_by")
        .order_by("-current_task_state__finished_at")[:SHOWN]
    )
    pages = pages_by_id(states)
    return [
        WaitingPage(page, sent_back_by(step), step.finished_at, step.comment)
        for state in states
        if (page := pages.get(state.object_id)) and (step := state.current_task_state)
    ]


def pages_by_id(states) -> dict[str, Page]:
    """The specific pages workflow states are about, by the id they store."""
    ids = [int(state.object_id) for state in states]
    return {str(page.pk): page for page in Page.objects.filter(pk__in=ids).specific(defer=True)}


def asked_by(state: TaskState) -> str:
    """Which approval is asked, and by whom."""
    author = state.workflow_state.requested_by
    return f"{state.task.name}, asked by {name_of(author)}" if author else state.task.name


def sent_back_by(step: TaskState) -> str:
    """Who sent a page back, at which approval."""
    return f"Sent back by {name_of(step.finished_by)}" if step.finished_by else f"Sent back: {step.task.name}"
