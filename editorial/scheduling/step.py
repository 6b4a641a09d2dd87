"""One due item, carried out in one transaction: looked up again under a lock, then published or taken offline."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from wagtail.models import Page, Revision

from editorial.scheduling.bundles import ending, going_live
from editorial.scheduling.bundles.membership import is_of_page, waiting_bundle_of
from editorial.scheduling.due import DueItem
from editorial.scheduling.hold import open_hold
from editorial.scheduling.models import Attempt, Kind
from editorial.scheduling.outcomes import NOT_BEGUN, Outcome
from editorial.scheduling.row_locks import locked, locked_page
from editorial.scheduling.time_limit import limit_transaction
from editorial.scheduling.version_mail import tell_of_newer_draft

#: PostgreSQL ends what waits so long for one lock, takes so long for one statement, or lets so long hear nothing of it.
SERVER_LIMITS = {"lock_timeout": 10, "statement_timeout": 30, "idle_in_transaction_session_timeout": 75}


def carry_out(item: DueItem, now: datetime) -> Outcome:
    """Do what is due and forget its attempt, both or neither."""
    with transaction.atomic():
        limit_transaction(**SERVER_LIMITS)
        outcome = STEPS[item.kind](item.target_id, now)
        if outcome not in NOT_BEGUN:
            Attempt.objects.filter(kind=item.kind, target_id=item.target_id).delete()
        return outcome


def go_live(revision_id: int, now: datetime) -> Outcome:
    """Publish a revision that is still due."""
    due = Revision.objects.filter(pk=revision_id, approved_go_live_at__lte=now)
    revision = locked(due).first()
    if revision is None:
        return Outcome.BUSY if due.exists() else Outcome.NOT_DUE
    # Whoever takes a page into a bundle waits for the lock, too.
    if is_of_page(revision) and waiting_bundle_of(int(revision.object_id)):
        return Outcome.NOT_DUE
    # Asked under the lock, for which whoever places a hold waits: once all is held, nothing more goes live.
    if (hold := open_hold()) and hold.covers(Kind.GO_LIVE, revision.approved_go_live_at):
        return Outcome.HELD
    page = locked_page(revision)
    if page is None:
        return Outcome.BUSY
    # The row as it is under its lock: what Wagtail copies from it and writes back is then still so.
    revision.content_object = page
    newest = page.latest_revision_id
    revision.publish(log_action="wagtail.publish.scheduled")
    if newest and newest != revision.pk:
        tell_of_newer_draft.enqueue(revision.pk, newest)
    return Outcome.DONE


def expire(page_id: int, now: datetime) -> Outcome:
    """Take a page offline whose time is still over, keeping what is planned for it.

    That may be overdue itself: after a standstill, a page's end and its return are carried out in one run.
    """
    due = Page.objects.filter(pk=page_id, live=True, expire_at__lte=now)
    if not locked(due).exists():
        return Outcome.BUSY if due.exists() else Outcome.NOT_DUE
    page = due.get().specific
    # Wagtail takes every schedule of the page with it.
    is_planned = page.revisions.filter(approved_go_live_at__isnull=False)
    planned = dict(is_planned.values_list("pk", "approved_go_live_at"))
    page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    ending.keep_plans(planned)
    return Outcome.DONE


STEPS: dict[str, Callable[[int, datetime], Outcome]] = {
    Kind.GO_LIVE: go_live,
    Kind.EXPIRE: expire,
    Kind.BUNDLE: going_live.go_live_together,
    Kind.BUNDLE_END: ending.end_together,
}
