"""Carries out what is due, each item by itself: none delays another, none is forgotten."""

import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from core.publishing import last_refusal
from editorial.scheduling.due import DueItem, due, forget_settled, ready
from editorial.scheduling.failure_mail import tell_authors
from editorial.scheduling.models import Attempt
from editorial.scheduling.never_shown import note_never_shown
from editorial.scheduling.patience import patiently
from editorial.scheduling.reasons import CUT_OFF, in_words
from editorial.scheduling.step import NOT_BEGUN, Outcome, carry_out
from editorial.scheduling.time_limit import GRACE_SECONDS, TookTooLongError, time_limit

log = logging.getLogger(__name__)

#: An item that takes longer is cut off.
ITEM_SECONDS = 60
LONGEST_DELAY = timedelta(minutes=60)


def run(now: datetime | None = None, between: Callable[[], bool] = lambda: True) -> Counter[str]:
    """Try everything that is due and ready; how many items ended in which way.

    ``between`` is called before each item; the run ends when it says no.
    """
    now = now or timezone.now()
    forget_settled(due(now))
    patiently(record_cut_off, now)
    results: Counter[str] = Counter()
    for item in ready(now):
        if not between():
            break
        results[attempt(item)] += 1
    return results


def run_alone(kind: str, target_id: int) -> Counter[str]:
    """Try one due item whenever its next try would be; nothing when it is not due, or being tried."""
    now = timezone.now()
    waiting = Attempt.objects.filter(kind=kind, target_id=target_id, is_running=False)
    patiently(lambda: waiting.update(next_try_at=now))
    return Counter(attempt(item, now) for item in due(now) if (item.kind, item.target_id) == (kind, target_id))


def attempt(item: DueItem, now: datetime | None = None) -> str:
    """Try one item: “done”, “failed”, or why it was left alone."""
    now = now or timezone.now()
    if item.is_held:
        return Outcome.HELD.value
    if not patiently(claim, item, now):
        return "claimed by another worker"
    try:
        with time_limit(ITEM_SECONDS):
            outcome = patiently(carry_out, item, now)
    except TookTooLongError:
        patiently(record_failure, item, f"It took longer than {ITEM_SECONDS} seconds and was cut off.")
        return "failed"
    # Nothing that is published ends the worker: a signal does, and says so in another way.
    except (Exception, SystemExit) as error:
        log.exception("Scheduled item failed: %s %s", item.kind, item.target_id)
        # Kept here, and no news for a request that happens to carry it out.
        last_refusal.set(None)
        patiently(record_failure, item, in_words(error), error)
        return "failed"
    if outcome in NOT_BEGUN:
        patiently(_release, item)
    return outcome.value


def delay_after(count: int) -> timedelta:
    """How long to wait after so many failures: not at all after none, then 1, 2, 4 … 60 minutes."""
    return min(timedelta(minutes=2 ** min(count - 1, 10)), LONGEST_DELAY) if count else timedelta()


def claim(item: DueItem, now: datetime) -> bool:
    """Commit that an attempt begins, unless another worker has begun it.

    Should this process not live to see the end, the attempt stands until its time is up.
    """
    attempts = Attempt.objects.filter(kind=item.kind, target_id=item.target_id)
    try:
        with transaction.atomic():
            # A database that is busy may have been waited for: its time begins now.
            began = timezone.now()
            time_is_up = began + timedelta(seconds=ITEM_SECONDS + GRACE_SECONDS)
            begun = {"started_at": began, "is_running": True, "next_try_at": time_is_up}
            if item.tries:
                return bool(attempts.filter(next_try_at__lte=now).update(count=F("count") + 1, **begun))
            Attempt.objects.create(kind=item.kind, target_id=item.target_id, **begun)
    except IntegrityError:
        return False
    return True


def record_failure(item: DueItem, words: str, error: BaseException | None = None) -> None:
    """Keep why an item did not get through and when it is tried again; its authors hear of each new reason."""
    _record(Attempt.objects.filter(kind=item.kind, target_id=item.target_id), words, timezone.now(), error=error)


def record_cut_off(now: datetime) -> None:
    """Keep what was begun, and never ended, as failed: its process is gone.

    A worker may be killed at a page that has no part in it: once, this is not held against the page, which is tried
    again at once.
    """
    over = Attempt.objects.filter(is_running=True, next_try_at__lte=now)
    for pk in over.values_list("pk", flat=True):
        _record(over.filter(pk=pk), CUT_OFF, now, forgiven=1)


def _record(
    records: QuerySet[Attempt], words: str, now: datetime, forgiven: int = 0, error: BaseException | None = None
) -> None:
    """Keep a failure, unless the item got through, or was begun anew, before the lock was there."""
    with transaction.atomic():
        record = records.select_for_update().first()
        if record is None:
            return
        is_news = record.error != words
        record.error, record.is_running = words, False
        record.next_try_at = now + delay_after(record.count - forgiven)
        record.save()
        if is_news:
            tell_authors.enqueue(record.pk)
            note_never_shown(error)


def _release(item: DueItem) -> None:
    """Take back an attempt that could not begin: what somebody else has, or holds, has not failed."""
    record = Attempt.objects.filter(kind=item.kind, target_id=item.target_id)
    if item.tries:
        record.update(count=F("count") - 1, is_running=False, next_try_at=timezone.now())
    else:
        record.delete()
