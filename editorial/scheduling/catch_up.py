"""The web process as a stand-in: with no worker at work, what is due still goes live soon after somebody reads."""

import logging
import subprocess
import sys
import threading
import time
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.utils import timezone

from editorial.scheduling.beat import silent_since
from editorial.scheduling.due import ready

log = logging.getLogger(__name__)

#: A worker silent for so long may be gone, and is stood in for.
STANDS_IN_AFTER = timedelta(minutes=1)
#: Web processes look this often, and start a run no more often than that.
EVERY_SECONDS = 30


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
            self.looks_again_at = time.monotonic() + EVERY_SECONDS
        threading.Thread(target=self.look, daemon=True).start()

    def look(self) -> None:
        """Start a run when something is due and nobody is at work."""
        try:
            if is_needed() and cache.add("schedule-catch-up", True, EVERY_SECONDS):
                log.warning("No worker keeps the schedule: a web process starts one run")
                start_run()
        except DatabaseError:
            log.exception("The schedule could not be looked at")
        finally:
            connection.close()


def is_needed() -> bool:
    """Whether something is due while no worker has been heard of for a minute."""
    now = timezone.now()
    return silent_since(STANDS_IN_AFTER, now) and bool(ready(now))


def start_run(*arguments: str) -> int:
    """Carry out what is due in a process of its own, which an item may take down without harm; its exit code."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "publish_scheduled", *arguments]
    return subprocess.Popen(command, cwd=settings.BASE_DIR, start_new_session=True).wait()


catch_up = CatchUp()
