"""Whether the schedule is kept, for monitors."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from editorial.scheduling.beat import SILENT_AFTER, last_beat, silent_since
from editorial.scheduling.due import DueItem, due, next_moment
from editorial.scheduling.hold import in_force
from editorial.scheduling.models import Attempt

#: A due item that nobody has tried for so long means that nobody is at work.
UNTRIED_AFTER = timedelta(minutes=2)


def untried(items: list[DueItem], now: datetime) -> int:
    """How many items are due, and have been for two minutes, without anybody having tried them."""
    return sum(item.tries == 0 and item.moment <= now - UNTRIED_AFTER for item in items)


def overdue_retries(items: list[DueItem], now: datetime) -> int:
    """How many items should have been tried again two minutes ago."""
    return count(items, Attempt.objects.filter(next_try_at__lte=now - UNTRIED_AFTER))


def count(items: list[DueItem], attempts: QuerySet[Attempt]) -> int:
    """How many of the items have one of these attempts behind them."""
    return len({(item.kind, item.target_id) for item in items}.intersection(attempts.values_list("kind", "target_id")))


@never_cache
@require_safe
def scheduler(request: HttpRequest) -> JsonResponse:
    """200 while the schedule is kept or held on purpose, else 503.

    What failed for a reason is counted and alarms nobody here; nor does what is held.
    """
    now = timezone.now()
    items = due(now)
    tried = [item for item in items if not item.is_held]
    is_silent, neglected = silent_since(SILENT_AFTER, now), untried(tried, now) + overdue_retries(tried, now)
    is_kept = not is_silent and not neglected
    held = len(items) - len(tried)
    status = "held" if held or in_force(now) else "ok"
    return JsonResponse(
        {
            "status": status if is_kept else "failed",
            "last_beat": last_beat(),
            "next_due": next_moment(now),
            "oldest_due": min((item.moment for item in tried), default=None),
            "neglected": neglected,
            "failed": count(tried, Attempt.objects.exclude(error="")),
            "held": held,
        },
        status=200 if is_kept else 503,
    )
