"""The worker, as the process it is."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest
from django.conf import settings
from django.core.management import call_command

from editorial.scheduling.management.commands import worker


@pytest.fixture
def database(tmp_path):
    """The database of a migrated site of its own."""
    return tmp_path / "site.sqlite3"


@pytest.fixture
def site(database, tmp_path):
    """The environment of that site."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": f"sqlite:///{database}",
        "MEDIA_ROOT": str(tmp_path / "media"),
    }
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=settings.BASE_DIR, env=environment, check=True, timeout=200)
    return environment


def next_worker(database, known=""):
    """The name of the worker that beats after the known one."""
    for _ in range(300):
        with closing(sqlite3.connect(database)) as connection:
            rows = connection.execute("SELECT worker FROM editorial_scheduling_beat WHERE worker <> ?", [known])
            if names := [name for (name,) in rows]:
                return names[0]
        time.sleep(0.2)
    return pytest.fail("no worker came")


def process_of(name):
    """The id of a worker's process."""
    return int(name.split(":")[1])


class WorkerTests:
    def test_it_beats_survives_the_death_of_its_process_and_stops_cleanly(self, site, database):
        command = [sys.executable, "manage.py", "worker"]
        running = subprocess.Popen(command, cwd=settings.BASE_DIR, env=site)
        try:
            first = next_worker(database)
            os.kill(process_of(first), signal.SIGKILL)
            second = next_worker(database, known=first)
            running.send_signal(signal.SIGTERM)
            assert running.wait(30) == 0
            with pytest.raises(ProcessLookupError):
                os.kill(process_of(second), 0)
        finally:
            running.kill()


class WatchTests:
    def test_a_worker_without_its_supervisor_stops(self, monkeypatch):
        monkeypatch.setattr(worker, "is_orphan", lambda supervisor: True)
        stop = worker.threading.Event()
        monkeypatch.setattr(stop, "wait", lambda seconds: stop.is_set())
        worker.Command().watch(stop, 1)
        assert stop.is_set()

    def test_a_signal_leaves_a_note_that_is_found_here(self):
        command, stop = worker.Command(), worker.threading.Event()
        command.note_signal(signal.SIGTERM, None)
        assert not stop.is_set()
        command.watch(stop, os.getppid())
        assert stop.is_set()


class HandleTests:
    def test_started_by_hand_it_supervises(self, monkeypatch):
        monkeypatch.setattr(worker.Supervisor, "run", lambda self: 0)
        with pytest.raises(SystemExit) as ended:
            call_command("worker")
        assert ended.value.code == 0
