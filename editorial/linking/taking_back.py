"""Takes back what a sweep did to one page."""

from django.db import transaction
from wagtail.models import Page, Revision

from core.links_alone import links_alone
from core.page_row import locked_row
from core.showing_again import restore_plans, restore_rows
from core.shown import State, state_of
from editorial.linking.models import SweptPage
from users.models import User

CHANGED_SINCE = "It has been changed since."


@transaction.atomic
def take_back_page(row_id: int) -> None:
    """Let one page say what it said before; left as it is when it was changed since."""
    row = SweptPage.objects.select_related("sweep__user").get(pk=row_id)
    locked_row(row.page_id)
    row = SweptPage.objects.select_for_update(of=("self",)).select_related("sweep__user").get(pk=row_id)
    if row.state not in {SweptPage.State.LIVE, SweptPage.State.DRAFT}:
        return
    page, user = row.page.specific, row.sweep.user
    if state_of(page.pk) != row.after:
        row.keep(CHANGED_SINCE)
        return
    for pk, content in row.planned.items():
        Revision.objects.filter(pk=pk).update(content=content)
    newest, shown = row.before["latest"], row.before["rows"][str(page.pk)]["live_revision_id"]
    with links_alone():
        if row.state == SweptPage.State.LIVE:
            show_before(page, row.before, user)
        if newest != row.after["latest"] and (newest != shown or not page.live):
            Revision.objects.get(pk=newest).as_object().save_revision(user=user, clean=False)
    restore_plans(page, row.before)
    row.state = SweptPage.State.BACK
    row.save(update_fields=["state"])


def show_before(page: Page, before: State, user: User) -> None:
    """Let readers see what they saw before, as a version of its own, so that it is the newest."""
    shown = Revision.objects.get(pk=before["rows"][str(page.pk)]["live_revision_id"]).as_object()
    revision = shown.save_revision(user=user, clean=False)
    revision.publish(user=user, log_action="links.take_back", skip_permission_checks=True)
    page.changes.exclude(pk__in=before["changes"]).delete()
    restore_rows(page.pk, before)
