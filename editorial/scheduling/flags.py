"""Which pages the schedule puts a flag beside, for listings."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from core.status import schedules
from editorial.scheduling.hold import open_hold
from editorial.scheduling.models import Attempt, BundleMember, Kind


def is_held() -> Q:
    """The pages whose go-live is kept back."""
    hold = open_hold()
    return Q(Exists(schedules().filter(approved_go_live_at__lt=hold.until))) if hold else Q(pk__in=[])


def has_failed() -> Q:
    """The pages that did not go live, or offline, when they were due."""
    going_live = schedules().filter(pk__in=failures(Kind.GO_LIVE).values("target_id"))
    of_page = BundleMember.objects.filter(page=OuterRef("pk"), is_open=True)
    together = of_page.filter(bundle__in=failures(Kind.BUNDLE, Kind.BUNDLE_END).values("target_id"))
    expiring = Q(live=True, pk__in=failures(Kind.EXPIRE).values("target_id"))
    return Q(Exists(going_live)) | expiring | Q(Exists(together))


def failures(*kinds: Kind) -> QuerySet[Attempt]:
    """The attempts that came to nothing, those among them whose process died."""
    return Attempt.objects.filter(Q(is_running=False) | Q(next_try_at__lte=timezone.now()), kind__in=kinds)
