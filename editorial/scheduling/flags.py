"""Which pages the schedule puts a flag beside, for listings."""

from django.db.models import Exists, Q, QuerySet, Subquery
from django.utils import timezone

from core.status import schedules
from editorial.scheduling.models import Attempt, Hold, Kind


def is_held() -> Q:
    """The pages whose go-live is kept back."""
    until = Hold.objects.filter(ended_at=None).order_by("-until").values("until")[:1]
    return Q(Exists(schedules().filter(approved_go_live_at__lt=Subquery(until))))


def has_failed() -> Q:
    """The pages that did not go live, or offline, when they were due."""
    going_live = schedules().filter(pk__in=failures(Kind.GO_LIVE).values("target_id"))
    return Q(Exists(going_live)) | Q(live=True, pk__in=failures(Kind.EXPIRE).values("target_id"))


def failures(kind: Kind) -> QuerySet[Attempt]:
    """The attempts that came to nothing, those among them whose process died."""
    return Attempt.objects.filter(Q(is_running=False) | Q(next_try_at__lte=timezone.now()), kind=kind)
