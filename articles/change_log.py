"""What readers are told about a change to a live page: asked once in the form, kept as a Change when it goes live."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page, Revision

from articles.change_kinds import NEEDED, NO_CHANGE, ChangeKind
from core.publishing import Problem


def unexplained_change(page: Page, moment: datetime) -> Iterator[Problem]:
    """A problem for each box the chosen kind of change needs and lacks; a first publication explains nothing."""
    needed = NEEDED.get(getattr(page, "change_kind", None), {})
    missing = {name: words for name, words in needed.items() if not getattr(page, name).strip()}
    if missing and Page.objects.filter(pk=page.pk, live=True).exists():
        for name, words in missing.items():
            yield Problem(name, words)


def record(page: Page, before: Page) -> None:
    """Keep the chosen change and move the page's date, once a revision; ``before`` is the live row it replaces.

    Small fixes leave no trace. An alias follows its source, which keeps the log.
    """
    if page.change_kind == ChangeKind.SMALL_FIX or page.alias_of_id:
        return
    if page.changes.filter(revision_id=page.live_revision_id).exists():
        return
    page.updated_at = moment_of(page, before)
    is_correction = page.change_kind == ChangeKind.CORRECTION
    page.changes.create(
        revision_id=page.live_revision_id,
        kind=page.change_kind,
        happened_at=page.updated_at,
        note="" if is_correction else page.change_note,
        wrong=page.correction_wrong if is_correction else "",
        right=page.correction_right if is_correction else "",
    )


def moment_of(page: Page, before: Page) -> datetime:
    """When a change happened for its readers: the planned time if it was planned since the last one, or now."""
    now = timezone.now()
    planned = page.go_live_at
    # A page keeps the go-live time of an earlier publication (wagtail#13896), which says nothing about this change.
    if planned and planned <= now and (before.last_published_at is None or planned > before.last_published_at):
        return planned
    return now


def is_answered(page: Page) -> bool:
    """Whether anything but the default answer was given."""
    return any(getattr(page, name) != value for name, value in NO_CHANGE.items())


def forget_answer(page: Page) -> None:
    """Start over with the default answer."""
    for name, value in NO_CHANGE.items():
        setattr(page, name, value)


def was_told(page: Page, content: dict) -> bool:
    """Whether readers know this content already, so that its answer belongs to the past and not to the next change."""
    known = Revision.page_revisions.filter(Q(pk=page.live_revision_id) | Q(announced_change__page_id=page.pk))
    return any(revision.content == content for revision in known)
