"""Keeps the planned moment of a page in step with what its newest text says and what the schedule waits for."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils.dateparse import parse_datetime
from wagtail.models import Page, Revision, get_default_page_content_type

from core.status import planned_for
from editorial.scheduling.models import PlannedPage


def note_revision(sender: type[Revision], instance: Revision, update_fields=None, **kwargs) -> None:
    """A version was saved, scheduled or unscheduled; connected to ``post_save``."""
    if instance.base_content_type_id != get_default_page_content_type().pk:
        return
    page = Page.objects.filter(pk=instance.object_id).first()
    if page is None:
        return
    if "approved_go_live_at" not in (update_fields or ()):
        PlannedPage.objects.filter(page=page, is_idea=True).update(is_idea=False)
    # A new version is the page's latest only once the page's row says so, which comes after it.
    keep_in_step(page, moment_of(page, instance if update_fields is None else page.latest_revision))


def note_page(sender: type[Page], instance: Page, **kwargs) -> None:
    """A page went live or offline; connected to ``page_published`` and ``page_unpublished``."""
    if instance.live and instance.live_revision_id == instance.latest_revision_id:
        # By far the most: nothing newer waits, and publishing has cleared every schedule.
        keep_in_step(instance, None)
        return
    page = Page.objects.get(pk=instance.pk)
    keep_in_step(page, moment_of(page, page.latest_revision))


def note_row(sender: type[Page], instance: object, created: bool, **kwargs) -> None:
    """A page without any version was made, by a program; connected to ``post_save``, which is sent for every kind."""
    if created and isinstance(instance, Page) and instance.go_live_at and not instance.live:
        keep_in_step(instance, instance.go_live_at)


def moment_of(page: Page, latest: Revision | None) -> datetime | None:
    """When a page, or what was changed on it, is to go live: by the schedule, or else as its newest text says."""
    if scheduled := planned_for(page):
        return scheduled
    if latest is None:
        return None if page.live else page.go_live_at
    if page.live and latest.pk == page.live_revision_id:
        return None
    wanted = parse_datetime(str(latest.content.get("go_live_at")))
    is_used = wanted and page.last_published_at and wanted <= page.last_published_at
    return None if is_used else wanted


def keep_in_step(page: Page, moment: datetime | None) -> None:
    """Keep the moment beside what else was agreed on about the page; without either there is nothing to keep."""
    if moment is None:
        PlannedPage.objects.filter(page=page).update(moment=None)
    else:
        PlannedPage.objects.update_or_create(page=page, defaults={"moment": moment})


def is_idea() -> Q:
    """The pages nobody has begun to write."""
    return Q(Exists(PlannedPage.objects.filter(page=OuterRef("pk"), is_idea=True)))
