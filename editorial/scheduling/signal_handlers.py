"""Notices what changes a plan, or a page that planned pages lead to."""

from django.utils import timezone
from wagtail.models import Page, Revision, WorkflowState, get_default_page_content_type

from editorial.scheduling.missed_mail import tell_of_missed_time
from editorial.scheduling.models import Concern, Look
from editorial.scheduling.preflight_rounds import look_at, look_at_linking, note_plan


def note_schedule(sender: type[Revision], instance: Revision, update_fields=None, **kwargs) -> None:
    """A version was scheduled or unscheduled; connected to ``post_save``."""
    is_page = instance.base_content_type_id == get_default_page_content_type().pk
    if "approved_go_live_at" in (update_fields or ()) and is_page:
        note_plan(int(instance.object_id), instance.approved_go_live_at)


def note_live(sender: type[Page], instance: Page, **kwargs) -> None:
    """A page went live: nothing is planned for it any more, and those that wait for it may wait no longer.

    Connected to ``page_published``, which is sent for a page that is merely scheduled as well.
    """
    if instance.live:
        Look.objects.filter(pk=instance.pk).delete()
        if Concern.objects.filter(about_id=instance.pk).exists():
            look_at_linking.enqueue(instance.pk)


def note_offline(sender: type[Page], instance: Page, **kwargs) -> None:
    """A page was taken offline, and what was planned for it with it; connected to ``page_unpublished``."""
    look_at.enqueue(instance.pk)
    look_at_linking.enqueue(instance.pk)


def note_deleted(sender: type[Page], instance: Page, **kwargs) -> None:
    """A page was deleted; connected to ``post_delete``."""
    look_at_linking.enqueue(instance.pk)


def note_approved(sender: type[WorkflowState], instance: WorkflowState, **kwargs) -> None:
    """A text was approved as a whole, maybe too late for its time; connected to ``workflow_approved``."""
    if instance.base_content_type_id != get_default_page_content_type().pk:
        return
    revision = instance.current_task_state.revision
    named = revision.as_object().go_live_at
    if named and named <= timezone.now():
        tell_of_missed_time.enqueue(revision.pk)
