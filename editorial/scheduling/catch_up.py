"""The web process as a stand-in: with no worker at work, what is due still goes live soon after somebody reads."""

import logging
import subprocess
import sys
import threading
import time
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection
from django.utils import timezone

from editorial.scheduling.beat import STAND_IN, lately, silent_since
from editorial.scheduling.due import ready
from editorial.scheduling.models import Beat

log = logging.getLogger(__name__)

#: A worker silent for so long may be gone, and is stood in for.
STANDS_IN_AFTER = timedelta(minutes=1)
#: Each web process looks this often; all of them together start a run no more often than that.
EVERY = timedelta(seconds=30)


class CatchUp:
    """Looks after a response is closed, in a thread of its own: it costs a reader's page no query and no time."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.looks_again_at = 0.0

    def after_response(self, **kwargs) -> None:
        """Start a look, unless one was just taken; connected to ``request_finished``."""
        if not settings.SCHEDULE_CATCH_UP:
            return
        with self.lock:
            if time.monotonic() < self.looks_again_at:
                return
            self.looks_again_at = time.monotonic() + EVERY.total_seconds()
        threading.Thread(target=self.look, name="catch-up", daemon=True).start()

    def look(self) -> None:
        """Start a run when something is due and nobody is at work."""
        try:
            if is_needed() and claim(timezone.now()):
                log.warning("No worker keeps the schedule: a web process starts one run")
                start_run()
        except Exception:
            log.exception("The schedule could not be caught up on")
        finally:
            connection.close()


def is_needed() -> bool:
    """Whether something is due while no worker has been heard of for a minute."""
    now = timezone.now()
    return silent_since(STANDS_IN_AFTER, now) and bool(ready(now))


def claim(now: datetime) -> bool:
    """Commit that this process starts the run, unless one has just been started by whatever process."""
    _, is_first = Beat.objects.get_or_create(worker=STAND_IN, defaults={"beat_at": now})
    earlier = Beat.objects.filter(worker=STAND_IN).exclude(beat_at__range=lately(EVERY, now))
    return is_first or bool(earlier.update(beat_at=now))


def start_run(*arguments: str) -> int:
    """Carry out what is due in a process of its own, which an item may take down without harm; its exit code."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "publish_scheduled", *arguments]
    return subprocess.Popen(command, cwd=settings.BASE_DIR, start_new_session=True).wait()


catch_up = CatchUp()
