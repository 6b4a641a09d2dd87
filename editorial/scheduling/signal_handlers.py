"""Notices what changes a plan, or something that planned pages lead to, show or stand below."""

from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.models import Page, PageViewRestriction, Revision, WorkflowState, get_default_page_content_type
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move, workflow_approved

from editorial.scheduling.missed_mail import tell_of_missed_time
from editorial.scheduling.models import Concern, Look
from editorial.scheduling.preflight_rounds import look_at, note_plan, order_looks, order_looks_at_picture


def note_schedule(sender: type[Revision], instance: Revision, update_fields=None, **kwargs) -> None:
    """A version was scheduled or unscheduled; connected to ``post_save``."""
    is_page = instance.base_content_type_id == get_default_page_content_type().pk
    if "approved_go_live_at" in (update_fields or ()) and is_page:
        note_plan(int(instance.object_id), instance.approved_go_live_at)


def note_live(sender: type[Page], instance: Page, **kwargs) -> None:
    """A page went live: nothing is planned for it any more, and those that lead to it may miss it no longer, or later.

    Connected to ``page_published``, which is sent for a page that is merely scheduled as well.
    """
    if instance.live:
        Look.objects.filter(pk=instance.pk).delete()
        if instance.expire_at or Concern.objects.filter(about_id=instance.pk).exists():
            order_looks(instance.pk)


def note_offline(sender: type[Page], instance: Page, **kwargs) -> None:
    """A page was taken offline, and what was planned for it with it; connected to ``page_unpublished``."""
    look_at.enqueue(instance.pk)
    order_looks(instance.pk)


def note_made(sender: type[Page], instance: object, created: bool, **kwargs) -> None:
    """A page was made, and has its address from now on; connected to ``post_save``, which is sent for every kind."""
    if created and isinstance(instance, Page):
        order_looks(instance.pk)


def note_address(sender: type[Page], instance: Page, **kwargs) -> None:
    """A page took another address; connected to ``page_slug_changed``, which is sent once that is certain."""
    order_looks(instance.pk)


def note_moved(sender: type[Page], instance: Page, url_path_before: str, url_path_after: str, **kwargs) -> None:
    """A page was moved with all below it, maybe to where readers do not see it; connected to ``post_page_move``."""
    if url_path_before != url_path_after:
        order_looks(instance.pk, itself=True)


def note_deleted(sender: type[Page], instance: Page, **kwargs) -> None:
    """A page was deleted; connected to ``post_delete``."""
    order_looks(instance.pk)


def note_privacy(sender: type[PageViewRestriction], instance: PageViewRestriction, **kwargs) -> None:
    """A page became private, or public again, with all below it; connected to ``post_save`` and ``post_delete``."""
    order_looks(instance.page_id)


def note_picture(sender: type[AbstractImage], instance: AbstractImage, created: bool = False, **kwargs) -> None:
    """A picture was changed or deleted; connected to ``post_save`` and ``post_delete``."""
    if not created:
        order_looks_at_picture(instance.pk)


def note_approved(sender: type[WorkflowState], instance: WorkflowState, **kwargs) -> None:
    """A text was approved as a whole, maybe too late for its time; connected to ``workflow_approved``."""
    if instance.base_content_type_id != get_default_page_content_type().pk:
        return
    revision = instance.current_task_state.revision
    named = revision.as_object().go_live_at
    if named and named <= timezone.now():
        tell_of_missed_time.enqueue(revision.pk)


def connect() -> None:
    """Hear of whatever changes a plan, or may matter to one."""
    for signal, receiver, sender in (
        (post_save, note_schedule, Revision),
        (page_published, note_live, None),
        (page_unpublished, note_offline, None),
        (post_save, note_made, None),
        (page_slug_changed, note_address, None),
        (post_page_move, note_moved, None),
        (post_delete, note_deleted, Page),
        (post_save, note_privacy, PageViewRestriction),
        (post_delete, note_privacy, PageViewRestriction),
        (post_save, note_picture, get_image_model()),
        (post_delete, note_picture, get_image_model()),
        (workflow_approved, note_approved, None),
    ):
        signal.connect(receiver, sender=sender, dispatch_uid=f"scheduling.{receiver.__name__}")
