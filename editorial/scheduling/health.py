"""Whether the schedule is kept, for monitors: the figures of the dashboard, of all pages and without their names."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.status import FAILED, OVERDUE
from editorial.scheduling.beat import SILENT_AFTER, last_beat, silent_since
from editorial.scheduling.due import next_moment
from editorial.scheduling.failed_tasks import given_up
from editorial.scheduling.hold import in_force
from editorial.scheduling.overview import Standing, oldest_overdue, standings

#: A due item that nobody has tried for so long means that nobody is at work.
UNTRIED_AFTER = timedelta(minutes=2)
#: So many of what failed are listed; the others are counted.
LISTED = 20


def is_neglected(one: Standing, now: datetime) -> bool:
    """Whether an item should have been tried, or tried again, two minutes ago."""
    ready_at = one.attempt.next_try_at if one.attempt else one.moment
    return not one.item.is_held and ready_at <= now - UNTRIED_AFTER


def listed(failed: Iterable[Standing]) -> list[dict]:
    """What failed, by kind and key: anybody may ask, so that no title, address or reason is told."""
    return [
        {
            "kind": one.item.kind,
            "key": one.item.target_id,
            "due": one.moment,
            "tries": one.attempt.count,
            "next_try": one.attempt.next_try_at,
        }
        for one in failed
    ]


@never_cache
@require_safe
def scheduler(request: HttpRequest) -> JsonResponse:
    """200 while the schedule is kept or held on purpose, else 503.

    What failed for a reason is listed and alarms nobody here; nor does what is held.
    """
    now = timezone.now()
    found = standings(now)
    failed = [one for one in found if one.flag is FAILED]
    neglected = sum(is_neglected(one, now) for one in found)
    held = sum(one.item.is_held and one.moment <= now for one in found)
    is_kept = not silent_since(SILENT_AFTER, now) and not neglected
    status = "held" if held or in_force(now) else "ok"
    return JsonResponse(
        {
            "status": status if is_kept else "failed",
            "last_beat": last_beat(),
            "next_due": next_moment(now),
            "oldest_overdue": oldest_overdue(found),
            "due_today": len(found),
            "overdue": sum(one.flag is OVERDUE for one in found),
            "neglected": neglected,
            "held": held,
            "failed": len(failed),
            "failures": listed(failed[:LISTED]),
            "tasks_given_up": given_up(now),
        },
        status=200 if is_kept else 503,
    )
