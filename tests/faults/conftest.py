"""Processes that are killed at a statement of one's choice, and workers that run beside a test."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings as project
from django.db import connection

from editorial.scheduling.models import Beat

#: A child that takes longer does not come to an end.
CHILD_SECONDS = 120
CHILD = "killed-at"


class Killer:
    """Ends its process without a word just before it sends its nth statement."""

    def __init__(self, statement: int) -> None:
        self.left = statement

    def __call__(self, execute, sql, params, many, context):
        self.left -= 1
        if self.left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)


@pytest.fixture
def killed_at():
    """Do some work in a process of its own that is killed at a statement: whether it ever came to it."""

    def run(statement: int, work: Callable[[], object]) -> bool:
        leave_the_database()
        pid = os.fork()
        if pid == 0:
            try:
                connect_by_itself()
                with connection.execute_wrapper(Killer(statement)):
                    work()
                os._exit(0)
            finally:
                os._exit(1)
        # Whoever waits is told where a child stands that does not come to an end: faulthandler says so as it aborts.
        watch = threading.Timer(CHILD_SECONDS, os.kill, (pid, signal.SIGABRT))
        watch.start()
        _, status = os.waitpid(pid, 0)
        watch.cancel()
        wait_until(has_left_the_database)
        is_killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        assert is_killed or status == 0
        return is_killed

    return run


def leave_the_database() -> None:
    """Close what two processes must not share: one would be answered what the other asked."""
    connection.close()
    if not project.IS_SQLITE:
        # A thread that is at work while the process is copied leaves its locks behind, closed for ever.
        connection.pool.close(timeout=CHILD_SECONDS)
        connection.close_pool()


def connect_by_itself() -> None:
    """Let this process connect without the threads of a pool, under a name by which the database knows it."""
    if not project.IS_SQLITE:
        options = {name: value for name, value in connection.settings_dict["OPTIONS"].items() if name != "pool"}
        connection.settings_dict["OPTIONS"] = options | {"application_name": CHILD}


def has_left_the_database() -> bool:
    """Whether the database has noticed that a child is gone, and let go of what it held."""
    if project.IS_SQLITE:
        return True
    with connection.cursor() as cursor:
        name = connection.settings_dict["NAME"]
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = %s AND datname = %s", [CHILD, name]
        )
        return cursor.fetchone()[0] == 0


@pytest.fixture
def queue(settings):
    """Tasks wait in the database, as they do in production."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


class Workers:
    """Real worker processes on the test database."""

    def __init__(self, folder: Path) -> None:
        self.witness = folder / "published"
        self.witness.touch()
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.faults.worker_settings",
            "DATABASE_URL": address_of_test_database(),
            "MEDIA_ROOT": str(folder / "media"),
            "WITNESS": str(self.witness),
            "LOG_LEVEL": "ERROR",
        }
        self.running: list[subprocess.Popen] = []

    def start(self, count: int) -> None:
        """Start so many, and wait until each is at work."""
        known = set(Beat.objects.values_list("worker", flat=True))
        command = [sys.executable, str(project.BASE_DIR / "manage.py"), "worker"]
        for _ in range(count):
            self.running.append(subprocess.Popen(command, cwd=project.BASE_DIR, env=self.environment))
        wait_until(lambda: Beat.objects.exclude(worker__in=known).count() >= count)

    def stop(self) -> list[int]:
        """End them all, as an operator does; their exit codes."""
        try:
            for process in self.running:
                process.send_signal(signal.SIGTERM)
            return [process.wait(60) for process in self.running]
        finally:
            for process in self.running:
                process.kill()
            self.running.clear()

    def published(self) -> list[int]:
        """The pages they have published, as often as they did."""
        return [int(line) for line in self.witness.read_text().split()]


def address_of_test_database() -> str:
    """The DATABASE_URL of the database the running test uses."""
    name = connection.settings_dict["NAME"]
    if project.IS_SQLITE:
        return f"sqlite:///{name}"
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def wait_until(condition: Callable[[], bool], seconds: float = 240) -> None:
    """Look until something is so; the time is for a hopelessly slow machine."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it never came to pass"
        time.sleep(0.2)


@pytest.fixture
def workers(tmp_path):
    """``workers.start(2)``: that many real worker processes; they end with the test."""
    workers = Workers(tmp_path)
    yield workers
    workers.stop()
