"""What is due: revisions and bundles whose planned moment has come, and live pages and bundles whose time is over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min, Q
from wagtail.models import Page, Revision

from editorial.scheduling.bundles.membership import due_bundles, one_by_one
from editorial.scheduling.hold import open_hold
from editorial.scheduling.models import Attempt, Bundle, Kind
from editorial.scheduling.patience import patiently


@dataclass(frozen=True)
class DueItem:
    """One thing to do at its moment; ``tries`` is how often that was begun before; nobody tries what is held."""

    kind: Kind
    target_id: int
    moment: datetime
    tries: int = 0
    is_held: bool = False


def due(now: datetime) -> list[DueItem]:
    """Everything due, in the order of its moments; what was tried before comes last."""
    tries, hold = {(one.kind, one.target_id): one.count for one in Attempt.objects.all()}, open_hold()
    items = [
        DueItem(kind, target, moment, tries.get((kind, target), 0), bool(hold and hold.covers(kind, moment)))
        for kind, target, moment in _targets(now)
    ]
    return sorted(items, key=lambda item: (item.tries > 0, item.moment))


def ready(now: datetime) -> list[DueItem]:
    """Everything due that is not held and does not wait for a later try."""
    waiting = set(Attempt.objects.filter(next_try_at__gt=now).values_list("kind", "target_id"))
    return [item for item in due(now) if not item.is_held and (item.kind, item.target_id) not in waiting]


def held(now: datetime) -> list[DueItem]:
    """Everything whose moment has passed while all was held, in the order of its moments."""
    return sorted((item for item in due(now) if item.is_held), key=lambda item: item.moment)


def next_moment(now: datetime) -> datetime | None:
    """When something is due next, or tried again."""
    moments = (
        Revision.objects.aggregate(moment=Min("approved_go_live_at", filter=_after("approved_go_live_at", now))),
        Page.objects.filter(live=True).aggregate(moment=Min("expire_at", filter=_after("expire_at", now))),
        Bundle.objects.filter(live_at=None).aggregate(moment=Min("moment", filter=_after("moment", now))),
        Bundle.objects.filter(ended_at=None).aggregate(moment=Min("ends_at", filter=_after("ends_at", now))),
        Attempt.objects.aggregate(moment=Min("next_try_at", filter=_after("next_try_at", now))),
    )
    return min((one["moment"] for one in moments if one["moment"]), default=None)


def forget_settled(items: Iterable[DueItem]) -> None:
    """Forget attempts of what is no longer due: unscheduled, moved to a later day, deleted, published by hand."""
    settled = Attempt.objects.all()
    for kind in Kind:
        settled = settled.exclude(kind=kind, target_id__in=[item.target_id for item in items if item.kind == kind])
    # Asked first: a look that finds nothing to forget waits for nobody who writes.
    if settled.exists():
        patiently(settled.delete)


def _targets(now: datetime):
    """Kind, key and moment of all that is due. Expiry comes first where both share a moment."""
    for pk, moment in Page.objects.filter(live=True, expire_at__lte=now).order_by("pk").values_list("pk", "expire_at"):
        yield Kind.EXPIRE, pk, moment
    yield from due_bundles(now)
    # Keys alone: a revision whose JSON cannot be read must not keep the others from being listed.
    revisions = one_by_one(Revision.objects.filter(approved_go_live_at__lte=now))
    for pk, moment in revisions.order_by("pk").values_list("pk", "approved_go_live_at"):
        yield Kind.GO_LIVE, pk, moment


def _after(field: str, now: datetime) -> Q:
    return Q(**{f"{field}__gt": now})
