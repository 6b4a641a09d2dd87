"""Whether the schedule is kept, for monitors."""

from datetime import datetime, timedelta

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from editorial.scheduling.beat import SILENT_AFTER, last_beat, silent_since
from editorial.scheduling.due import due, next_moment
from editorial.scheduling.models import Attempt

#: A due item that nobody has tried for so long means that nobody is at work.
UNTRIED_AFTER = timedelta(minutes=2)


def untried(now: datetime) -> int:
    """How many items are due, and have been for two minutes, without anybody having tried them."""
    return sum(item.tries == 0 and item.moment <= now - UNTRIED_AFTER for item in due(now))


def overdue_retries(now: datetime) -> int:
    """How many items should have been tried again two minutes ago."""
    return Attempt.objects.filter(next_try_at__lte=now - UNTRIED_AFTER).count()


@never_cache
@require_safe
def scheduler(request: HttpRequest) -> JsonResponse:
    """200 while the schedule is kept, else 503. What failed for a reason is counted and alarms nobody here."""
    now = timezone.now()
    is_silent, neglected = silent_since(SILENT_AFTER, now), untried(now) + overdue_retries(now)
    is_kept = not is_silent and not neglected
    items = due(now)
    return JsonResponse(
        {
            "status": "ok" if is_kept else "failed",
            "last_beat": last_beat(),
            "next_due": next_moment(now),
            "oldest_due": min((item.moment for item in items), default=None),
            "neglected": neglected,
            "failed": Attempt.objects.exclude(error="").count(),
        },
        status=200 if is_kept else 503,
    )
