"""Signs of life of the workers, for whoever wants to know that the schedule is kept."""

import os
import secrets
import socket
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from editorial.scheduling.models import Beat

#: How often a worker says that it is there.
EVERY = timedelta(seconds=10)
#: A worker silent for so long is taken for gone.
SILENT_AFTER = timedelta(minutes=2)
FORGOTTEN_AFTER = timedelta(days=1)
#: The clocks of two machines differ by less. What is further ahead was written before the clock was set back.
CLOCKS_DIFFER_BY = timedelta(minutes=1)
#: Under this name web processes agree which of them stands in for a worker.
STAND_IN = "stand-in"


def own_name() -> str:
    """A name no worker has had before: a container started anew has the host and process numbers of the one before."""
    return f"{socket.gethostname()[-40:]}:{os.getpid()}:{secrets.token_hex(4)}"


def beat(worker: str) -> None:
    """Say that a worker is there; those silent for a day are forgotten."""
    now = timezone.now()
    Beat.objects.update_or_create(worker=worker, defaults={"beat_at": now})
    Beat.objects.filter(beat_at__lt=now - FORGOTTEN_AFTER).delete()


def lately(delay: timedelta, now: datetime) -> tuple[datetime, datetime]:
    """From when to when something was written no longer ago than this."""
    return now - delay, now + CLOCKS_DIFFER_BY


def workers_beats(now: datetime) -> QuerySet[Beat]:
    """The signs of life that workers have given until now."""
    return Beat.objects.filter(beat_at__lte=now + CLOCKS_DIFFER_BY).exclude(worker=STAND_IN)


def awake(now: datetime) -> set[str]:
    """The workers that are not taken for gone."""
    return set(workers_beats(now).filter(beat_at__gte=now - SILENT_AFTER).values_list("worker", flat=True))


def last_beat(now: datetime | None = None) -> datetime | None:
    """When a worker last said that it is there."""
    beats = workers_beats(now or timezone.now())
    return beats.order_by("-beat_at").values_list("beat_at", flat=True).first()


def silent_since(delay: timedelta, now: datetime) -> bool:
    """Whether no worker has said anything for so long."""
    last = last_beat(now)
    return last is None or last < now - delay
