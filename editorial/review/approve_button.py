"""What the button of an approval says: of the last one, what becomes of the page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.action_menu import ActionMenuItem, WorkflowMenuItem
from wagtail.models import Task, TaskState

from core.publication_window import planned_moment
from core.site_time import with_zone, zone_name
from editorial.review.approved_text import text_in_question

APPROVE = "approve"
GOES_LIVE, READY = "goes live", "ready to publish"


@dataclass(frozen=True)
class ApproveWords:
    """The words of one button, and what its script needs to find the others when the form changes."""

    #: How the button begins, and all it says unless the approval is the last.
    verb: str
    is_last: bool = False
    planned: datetime | None = None
    #: Whether others approve the text as well, and are asked again about one that is changed.
    is_shared: bool = False

    @property
    def now(self) -> str:
        """What the button says this moment."""
        if not self.is_last:
            return self.verb
        if self.planned:
            return f"{self.verb}: {GOES_LIVE} {with_zone(self.planned)}"
        return f"{self.verb}: {READY}"

    @property
    def zone(self) -> str:
        """The zone of the site's clock, as browsers know it."""
        return settings.TIME_ZONE

    @property
    def zone_name(self) -> str:
        """How people call the site's clock."""
        return zone_name()


class ApproveMenuItem(WorkflowMenuItem):
    """An approval that says what follows; a script keeps the words right while the form is changed."""

    template_name = "editorial/review/approve_button.html"

    def get_context_data(self, parent_context):
        state = parent_context["page"].current_workflow_task_state
        words = words_of(str(self.label), state, parent_context["request"].user)
        return super().get_context_data(parent_context) | {"words": words}


def say_what_follows(menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Put buttons that say what an approval does in place of Wagtail's."""
    for place, item in enumerate(menu_items):
        if item.name == APPROVE:
            menu_items[place] = ApproveMenuItem(
                item.name, item.label, item.launch_modal, icon_name=item.icon_name, order=item.order
            )


def words_of(verb: str, state: TaskState, user: AbstractUser) -> ApproveWords:
    """The words of the button with which a user gives the approval that is asked for."""
    text, others = text_in_question(state, user), others_than(state)
    is_same = text.pk == state.revision_id
    is_last = state.workflow_state.is_at_final_task if is_same else not others
    return ApproveWords(verb, is_last, planned_moment(text, timezone.now()), bool(others))


def others_than(state: TaskState) -> list[Task]:
    """The other approvals its workflow asks for."""
    tasks = Task.objects.filter(workflow_tasks__workflow=state.workflow_state.workflow_id, active=True)
    return list(tasks.exclude(pk=state.task_id))
