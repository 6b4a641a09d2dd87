"""The moment a draft is meant for, which nothing waits for yet."""

from datetime import UTC, datetime

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from editorial.scheduling.plans.in_step import keep_in_step
from users.models import User


def wish(page: Page, moment: datetime | None, user: User | None = None) -> None:
    """Mean a draft for another moment, or for none: its newest text, its row and its plan say so.

    The text is changed in place: a date is no new version, and asks nobody for another approval.
    """
    with transaction.atomic():
        stored = moment and moment.astimezone(UTC)
        latest = Revision.objects.filter(pk=page.latest_revision_id).exclude(pk=page.live_revision_id)
        for revision in latest.select_for_update(no_key=True):
            Revision.objects.filter(pk=revision.pk).update(content=revision.content | {"go_live_at": stored})
        Page.objects.filter(pk=page.pk, live=False).update(go_live_at=moment)
        keep_in_step(page, moment)
        moments = {"to": moment.isoformat() if moment else ""}
        log(instance=page.specific_deferred, action="scheduling.wish", user=user, data=moments)
