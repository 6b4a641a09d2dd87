"""Which pages the schedule puts a flag beside, for listings."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from core.status import schedules
from editorial.scheduling.models import Attempt, BundleMember, Hold, Kind


def is_held() -> Q:
    """The pages whose go-live is kept back."""
    until = Hold.objects.filter(ended_at=None).order_by("-until").values("until")[:1]
    return Q(Exists(schedules().filter(approved_go_live_at__lt=Subquery(until))))


def has_failed() -> Q:
    """The pages that did not go live, or offline, when they were due."""
    going_live = schedules().filter(pk__in=failures(Kind.GO_LIVE).values("target_id"))
    of_page = BundleMember.objects.filter(page=OuterRef("pk"), is_open=True)
    together = of_page.filter(bundle__in=failures(Kind.BUNDLE, Kind.BUNDLE_END).values("target_id"))
    expiring = Q(live=True, pk__in=failures(Kind.EXPIRE).values("target_id"))
    return Q(Exists(going_live)) | expiring | Q(Exists(together))


def failures(*kinds: Kind) -> QuerySet[Attempt]:
    """The attempts that came to nothing, tried again this moment or not, and those whose process is gone."""
    cut_off = Q(is_running=True, next_try_at__lte=timezone.now())
    return Attempt.objects.filter(~Q(error="") | cut_off, kind__in=kinds)
