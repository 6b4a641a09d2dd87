"""Moving what is scheduled to another moment."""

from datetime import UTC, datetime

from django.db import transaction
from django.utils.dateparse import parse_datetime
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from core.page_row import locked_row
from editorial.scheduling.bundles.moving import move_together, scheduled_bundle_of
from editorial.scheduling.models import Attempt, Kind
from editorial.scheduling.plans.in_step import keep_in_step
from editorial.scheduling.preflight_rounds import note_plan
from users.models import User


class NotScheduledError(Exception):
    """A revision is not planned any more: somebody unscheduled it, or it is live."""


def move(revision: Revision, moment: datetime, user: User | None = None) -> None:
    """Let a scheduled revision go live at another moment, or at once when that is now.

    The moment stands in three places that have to agree: Wagtail publishes by the schedule, plans anew by what the text
    says, and shows what the page's row says. A newer draft that repeats the old moment follows, too. With a page of a
    bundle the whole bundle moves.
    """
    with transaction.atomic():
        if bundle := scheduled_bundle_of(revision):
            move_together(bundle, moment, user, move_one)
        else:
            move_one(revision, moment, user)


def move_one(revision: Revision, moment: datetime, user: User | None = None) -> None:
    """Move one scheduled revision, whatever it belongs to."""
    with transaction.atomic():
        page = locked_row(revision.object_id)
        planned = Revision.page_revisions.filter(object_id=revision.object_id, approved_go_live_at__isnull=False)
        scheduled = planned.filter(pk=revision.pk).select_for_update(no_key=True).first()
        if page is None or scheduled is None:
            raise NotScheduledError
        before = scheduled.approved_go_live_at
        Revision.objects.filter(pk=scheduled.pk).update(approved_go_live_at=moment)
        for one in revisions_that_say(page, scheduled, before):
            Revision.objects.filter(pk=one.pk).update(content=one.content | {"go_live_at": moment.astimezone(UTC)})
        Page.objects.filter(pk=page.pk, live=False).update(go_live_at=moment)
        # Its tries were for the old moment.
        Attempt.objects.filter(kind=Kind.GO_LIVE, target_id=scheduled.pk).delete()
        keep_in_step(page, moment)
        note_plan(page.pk, moment)
        moments = {"from": before.isoformat(), "to": moment.isoformat()}
        log(instance=page.specific_deferred, action="scheduling.move", user=user, revision=scheduled, data=moments)


def revisions_that_say(page: Page, scheduled: Revision, moment: datetime) -> list[Revision]:
    """The scheduled revision, and the newer ones of its page that are meant for the same moment."""
    newer = Revision.page_revisions.filter(object_id=str(page.pk), created_at__gt=scheduled.created_at)
    return [scheduled, *(one for one in newer if parse_datetime(one.content.get("go_live_at") or "") == moment)]
