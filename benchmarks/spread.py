"""Lets what is planned come due at random seconds and waits for it: ``python -m benchmarks.spread 120``; JSON."""

import json
import logging
import random
import sys
import time
from datetime import timedelta

import django

#: Before the first moment, and how long after the last one is waited.
HEAD_START, PATIENCE = 5, 120
#: Seconds between two looks at what is live.
EVERY = 0.05


def wait_for_workers(count: int) -> None:
    """Wait until so many workers are at work."""
    from editorial.scheduling.models import Beat

    while Beat.objects.count() < count:
        time.sleep(0.2)


def spread(seconds: int) -> dict[int, object]:
    """Give every planned page a moment at random within the next seconds; the moments by page."""
    from django.utils import timezone
    from wagtail.models import Revision

    from tests.editorial.scheduling.mornings import move

    planned = list(Revision.objects.filter(approved_go_live_at__isnull=False))
    # Later than the moving itself takes.
    start = timezone.now() + timedelta(seconds=HEAD_START + len(planned) / 20)
    chance = random.Random(9)  # noqa: S311
    moments = {}
    for revision in planned:
        moments[int(revision.object_id)] = start + timedelta(seconds=round(chance.uniform(0, seconds)))
        move(revision, moments[int(revision.object_id)])
    return moments


def lateness(moments: dict[int, object]) -> list[float | None]:
    """How many seconds after its moment each page was live for everybody else; None for those that never were.

    Looked at from here again and again: what a worker has not committed yet is live for nobody.
    """
    from django.utils import timezone
    from wagtail.models import Page

    seen: dict[int, float] = {}
    until = max(moments.values()) + timedelta(seconds=PATIENCE)
    while True:
        waiting = [pk for pk in moments if pk not in seen]
        live = list(Page.objects.filter(pk__in=waiting, live=True).values_list("pk", flat=True))
        now = timezone.now()
        seen |= {pk: (now - moments[pk]).total_seconds() for pk in live}
        if len(seen) == len(moments) or now >= until:
            return [seen.get(pk) for pk in moments]
        time.sleep(EVERY)


if __name__ == "__main__":
    django.setup()
    logging.disable(logging.WARNING)
    wait_for_workers(int(sys.argv[2]))
    print(json.dumps(lateness(spread(int(sys.argv[1])))))
