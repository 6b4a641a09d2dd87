"""Which text an approval is about."""

from django.contrib.auth.models import AbstractUser
from wagtail.models import Revision, TaskState


def cover_own_edits(task_state: TaskState) -> None:
    """Let an approval cover what the approver changed just before giving it.

    Wagtail ties an approval to the text that was submitted. A reviewer who corrects a word and approves would be asked
    to approve the corrected text a second time; whoever approved before them is asked again, as it should be.
    """
    if is_being_approved(task_state):
        task_state.revision = text_in_question(task_state, task_state.finished_by)


def text_in_question(task_state: TaskState, user: AbstractUser) -> Revision:
    """What a user approves by giving the approval that is asked for: the text submitted, or their own change of it."""
    latest = task_state.workflow_state.content_object.latest_revision
    return latest if latest and latest.user_id == user.pk else task_state.revision


def is_being_approved(task_state: TaskState) -> bool:
    """Whether somebody is approving this moment, for the first time."""
    return (
        task_state.status == TaskState.STATUS_APPROVED
        and task_state.finished_by_id is not None
        and TaskState.objects.filter(pk=task_state.pk, status=TaskState.STATUS_IN_PROGRESS).exists()
    )
