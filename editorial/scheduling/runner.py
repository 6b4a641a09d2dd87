"""Carries out what is due, each item by itself: none delays another, none is forgotten."""

import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import IntegrityError, OperationalError, transaction
from django.db.models import F
from django.utils import timezone

from core.publishing import last_refusal
from editorial.scheduling.due import DueItem, due, forget_settled, ready
from editorial.scheduling.failure_mail import tell_authors
from editorial.scheduling.models import Attempt
from editorial.scheduling.reasons import in_words
from editorial.scheduling.step import NOT_BEGUN, Outcome, carry_out
from editorial.scheduling.time_limit import GRACE_SECONDS, TookTooLongError, time_limit

log = logging.getLogger(__name__)

#: An item that takes longer is cut off.
ITEM_SECONDS = 60
#: A database that is busy this moment is asked again at once, so often.
PATIENCE = 3
LONGEST_DELAY = timedelta(minutes=60)


def run(now: datetime | None = None, between: Callable[[], bool] = lambda: True) -> Counter[str]:
    """Try everything that is due and ready; how many items ended in which way.

    ``between`` is called before each item; the run ends when it says no.
    """
    now = now or timezone.now()
    forget_settled(due(now))
    results: Counter[str] = Counter()
    for item in ready(now):
        if not between():
            break
        results[attempt(item)] += 1
    return results


def attempt(item: DueItem, now: datetime | None = None) -> str:
    """Try one item: “done”, “failed”, or why it was left alone."""
    now = now or timezone.now()
    if item.is_held:
        return Outcome.HELD.value
    if not claim(item, now):
        return "claimed by another worker"
    try:
        with time_limit(ITEM_SECONDS):
            outcome = _carry_out_patiently(item, now)
    except TookTooLongError:
        record_failure(item, f"It took longer than {ITEM_SECONDS} seconds and was cut off.")
        return "failed"
    # Nothing that is published ends the worker: a signal does, and says so in another way.
    except (Exception, SystemExit) as error:
        log.exception("Scheduled item failed: %s %s", item.kind, item.target_id)
        # Kept here, and no news for a request that happens to carry it out.
        last_refusal.set(None)
        record_failure(item, in_words(error))
        return "failed"
    if outcome in NOT_BEGUN:
        _release(item)
    return outcome.value


def delay_after(count: int) -> timedelta:
    """How long to wait after so many failures: 1, 2, 4 … 60 minutes."""
    return min(timedelta(minutes=2 ** min(count - 1, 10)), LONGEST_DELAY)


def claim(item: DueItem, now: datetime) -> bool:
    """Commit that an attempt begins, unless another worker has begun it.

    Should this process not live to see the end, the attempt stands, and the item comes last when its time is up.
    """
    begun = {"started_at": now, "is_running": True}
    cut_off_at = now + timedelta(seconds=ITEM_SECONDS + GRACE_SECONDS)
    if item.tries:
        next_try_at = cut_off_at + delay_after(item.tries + 1)
        waiting = Attempt.objects.filter(kind=item.kind, target_id=item.target_id, next_try_at__lte=now)
        return bool(waiting.update(count=F("count") + 1, next_try_at=next_try_at, **begun))
    try:
        with transaction.atomic():
            next_try_at = cut_off_at + delay_after(1)
            Attempt.objects.create(kind=item.kind, target_id=item.target_id, next_try_at=next_try_at, **begun)
    except IntegrityError:
        return False
    return True


def record_failure(item: DueItem, words: str) -> None:
    """Keep why an item did not get through and when it is tried again; its authors hear of each new reason."""
    with transaction.atomic():
        record = Attempt.objects.select_for_update().filter(kind=item.kind, target_id=item.target_id).first()
        if record is None:
            return
        is_news = record.error != words
        record.error, record.is_running = words, False
        record.next_try_at = timezone.now() + delay_after(record.count)
        record.save()
        if is_news:
            tell_authors.enqueue(record.pk)


def _carry_out_patiently(item: DueItem, now: datetime) -> Outcome:
    for _ in range(PATIENCE - 1):
        try:
            return carry_out(item, now)
        except OperationalError:
            log.warning("The database was busy: %s %s", item.kind, item.target_id)
    return carry_out(item, now)


def _release(item: DueItem) -> None:
    """Take back an attempt that could not begin: what somebody else has, or holds, has not failed."""
    record = Attempt.objects.filter(kind=item.kind, target_id=item.target_id)
    if item.tries:
        record.update(count=F("count") - 1, is_running=False, next_try_at=timezone.now())
    else:
        record.delete()
