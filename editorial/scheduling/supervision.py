"""Keeps the process that does the work alive: an item may take it down, and the others must still go live."""

import os
import signal
import subprocess
import sys
import time
from types import FrameType

from django.conf import settings

#: So that a process that cannot even start does not start a thousand times.
PAUSE_SECONDS = 1.0


class Supervisor:
    """Starts the worker process, starts it anew whenever it dies, and ends it with itself."""

    def __init__(self, command: list[str]) -> None:
        self.command = command
        self.process: subprocess.Popen | None = None
        self.is_stopping = False

    def run(self) -> int:
        """Supervise until a signal comes; the exit code of the last process."""
        for signum in (signal.SIGTERM, signal.SIGINT):
            signal.signal(signum, self.stop)
        code = 0
        while not self.is_stopping:
            self.process = subprocess.Popen(self.command, cwd=settings.BASE_DIR)
            if self.is_stopping:
                self.process.terminate()
            code = self.process.wait()
            if not self.is_stopping:
                time.sleep(PAUSE_SECONDS)
        return max(code, 0)

    def stop(self, signum: int, frame: FrameType | None) -> None:
        """Let the process finish the item it is at."""
        self.is_stopping = True
        if self.process and self.process.poll() is None:
            self.process.terminate()


def work_command() -> list[str]:
    """The command of the process that works; it ends when its supervisor is gone."""
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), "worker", "--supervised-by", str(os.getpid())]


def is_orphan(supervisor: int | None) -> bool:
    """Whether the supervisor that started this process is gone."""
    return supervisor is not None and os.getppid() != supervisor
