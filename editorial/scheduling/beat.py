"""Signs of life of the workers, for whoever wants to know that the schedule is kept."""

import os
import socket
from datetime import datetime, timedelta

from django.utils import timezone

from editorial.scheduling.models import Beat

#: How often a worker says that it is there.
EVERY = timedelta(seconds=10)
#: A worker silent for so long is taken for gone.
SILENT_AFTER = timedelta(minutes=2)
FORGOTTEN_AFTER = timedelta(days=1)


def own_name() -> str:
    """A name no other worker has at the same time."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}"


def beat(worker: str) -> None:
    """Say that a worker is there; those silent for a day are forgotten."""
    now = timezone.now()
    Beat.objects.update_or_create(worker=worker, defaults={"beat_at": now})
    Beat.objects.filter(beat_at__lt=now - FORGOTTEN_AFTER).delete()


def last_beat() -> datetime | None:
    """When a worker last said that it is there."""
    return Beat.objects.order_by("-beat_at").values_list("beat_at", flat=True).first()


def silent_since(delay: timedelta, now: datetime) -> bool:
    """Whether no worker has said anything for so long."""
    last = last_beat()
    return last is None or last < now - delay
