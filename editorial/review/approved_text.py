"""Which text an approval is about."""

from wagtail.models import TaskState


def cover_own_edits(task_state: TaskState) -> None:
    """Let an approval cover what the approver changed just before giving it.

    Wagtail ties an approval to the text that was submitted. A reviewer who corrects a word and approves would be asked
    to approve the corrected text a second time; whoever approved before them is asked again, as it should be.
    """
    if not is_being_approved(task_state):
        return
    latest = task_state.workflow_state.content_object.latest_revision
    if latest and latest.user_id == task_state.finished_by_id:
        task_state.revision = latest


def is_being_approved(task_state: TaskState) -> bool:
    """Whether somebody is approving this moment, for the first time."""
    return (
        task_state.status == TaskState.STATUS_APPROVED
        and task_state.finished_by_id is not None
        and TaskState.objects.filter(pk=task_state.pk, status=TaskState.STATUS_IN_PROGRESS).exists()
    )
