"""Showing readers again what they saw before: the revision, its dates and what was planned, and no word of a change."""

from datetime import datetime

from django.db.models import Q
from wagtail.models import Page, Revision

from core.shown import MOMENTS, State, row_in
from core.site_time import moment_in


def show_again(page_id: int, before: State, user, action: str) -> None:
    """Let readers see the revision they saw before; it goes through Wagtail's publishing, and so past the checks."""
    revision = Revision.page_revisions.get(pk=row_in(before, page_id)["live_revision_id"])
    revision.publish(user=user, log_action=action, skip_permission_checks=True)
    page = Page.objects.get(pk=page_id)
    page.changes.exclude(pk__in=before["changes"]).delete()
    restore_rows(page_id, before)


def restore_rows(page_id: int, before: State) -> None:
    """Write back the dates of a page and of its aliases; those that were offline are so again."""
    rows = {str(page_id): row_in(before, page_id)} | before.get("rows", {})
    for page in Page.objects.filter(pk__in=rows):
        row = rows[str(page.pk)]
        fields = {field.name for field in page.specific_class._meta.get_fields()}
        values = {name: moment_in(row[name]) for name in MOMENTS if name in fields} | offline(row)
        page.specific_class.objects.filter(pk=page.pk).update(**values)


def offline(row: State) -> State:
    """What is to be written so that a row stays offline; nothing is ever put live past the checks."""
    return {} if row["live"] else {"live": False, "expired": row["expired"]}


def restore_plans(page: Page, before: State, now: datetime | None = None) -> list[datetime]:
    """Plan again what was planned before, and nothing else: publishing clears every plan of its page.

    Whoever names the time does not plan again what has passed by then, which would go live within seconds; the moments
    left out are returned.
    """
    planned = {int(pk): moment_in(moment) for pk, moment in before.get("planned", {}).items()}
    passed = {pk: moment for pk, moment in planned.items() if now and moment <= now}
    for revision in page.revisions.filter(Q(approved_go_live_at__isnull=False) | Q(pk__in=planned)):
        revision.approved_go_live_at = None if revision.pk in passed else planned.get(revision.pk)
        # Saved one by one: whoever keeps the schedule is told of each.
        revision.save(update_fields=["approved_go_live_at"])
    return sorted(passed.values())
