"""The worker's two threads: one keeps the schedule, the other drains the queue of background tasks."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from django.db import close_old_connections, connection
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from editorial.scheduling import beat, runner
from editorial.scheduling.abandoned_tasks import take_back
from editorial.scheduling.away.rounds import order_due_mails
from editorial.scheduling.due import next_moment
from editorial.scheduling.failed_tasks import try_again
from editorial.scheduling.preflight_rounds import order_due_looks

log = logging.getLogger(__name__)

#: Somebody may schedule something nearer while the worker sleeps, so it looks up this often.
LOOKS_UP_AFTER = 2.0
#: How long a worker waits when the database does not answer.
PAUSE_SECONDS = 1.0
CONNECTION_SECONDS = 60


class Heart:
    """Beats at most so often as the schedule needs, and orders what time alone asks for.

    That is tasks of workers that beat no more, tasks that failed, looks at pages that go live soon, and the mails of
    the day and the week: the queue does them all.
    """

    def __init__(self, worker: str) -> None:
        self.worker = worker
        self.last: datetime | None = None

    def beat_when_due(self) -> None:
        """Say that the worker is there unless it has just done so; nothing in this may hold up the schedule."""
        now = timezone.now()
        if self.last is None or now - self.last >= beat.EVERY or now < self.last:
            self.last = now
            _go_on_after(beat.beat, self.worker)
            _go_on_after(take_back)
            _go_on_after(try_again, now)
            _go_on_after(order_due_looks, now)
            _go_on_after(order_due_mails, now)


def keep_schedule(stop: threading.Event, heart: Heart) -> None:
    """Publish and expire what is due, sleeping to the next due second, until told to stop.

    Whatever goes wrong is tried again in a moment.
    """
    while not stop.is_set():
        try:
            close_old_connections()
            heart.beat_when_due()
            runner.run(between=lambda: heart.beat_when_due() or not stop.is_set())
            stop.wait(seconds_to_sleep(timezone.now()))
        except Exception:
            log.exception("The schedule was not kept: it is tried again")
            stop.wait(PAUSE_SECONDS)


def seconds_to_sleep(now: datetime) -> float:
    """Seconds to the next due moment, never more than the worker sleeps at a time."""
    moment = next_moment(now)
    return min(max((moment - now).total_seconds(), 0.0), LOOKS_UP_AFTER) if moment else LOOKS_UP_AFTER


def spare_the_disk() -> None:
    """Make commits and connections of this process cheap, before the first: everything it does can be done again.

    Closing the last connection to SQLite copies its whole log into the database; it stays open between two tasks.
    PostgreSQL waits for the disk at each commit; should the server lose the last of them, which happens in order and
    together with their schedule, they are due again.
    """
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        settings["CONN_MAX_AGE"] = CONNECTION_SECONDS
    else:
        known = settings["OPTIONS"].get("options", "")
        settings["OPTIONS"] = settings["OPTIONS"] | {"options": f"{known} -c synchronous_commit=off".strip()}


def task_queue(worker: str, until_empty: bool = False) -> Worker:
    """What does the background tasks, one after the other; for ever, or until none is left."""
    return Worker(
        queue_names=["*"],
        interval=1.0,
        batch=until_empty,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker,
        excluded_queue_names=[],
    )


def drain_tasks(stop: threading.Event, heart: Heart) -> threading.Thread:
    """Start draining the task queue in a thread of its own: a picture of 17 seconds must not hold up 09:00.

    When the thread ends, so does the worker, which does not wait for it in turn.
    """
    queue = task_queue(heart.worker)
    thread = threading.Thread(target=_until_stopped, args=(stop, queue, heart), name="tasks", daemon=True)
    threading.Thread(target=_stop_queue, args=(stop, queue), daemon=True).start()
    thread.start()
    return thread


def _until_stopped(stop: threading.Event, queue: Worker, heart: Heart) -> None:
    try:
        while not stop.is_set():
            try:
                queue.run()
            except Exception:
                log.exception("The task queue begins anew")
                # The task at hand may still be marked as running: under the old name, from which it is taken back.
                heart.worker = queue.worker_id = beat.own_name()
                stop.wait(PAUSE_SECONDS)
    finally:
        stop.set()


def _stop_queue(stop: threading.Event, queue: Worker) -> None:
    stop.wait()
    queue.running = False


def _go_on_after(order: Callable[..., object], *args: object) -> None:
    try:
        order(*args)
    except Exception:
        log.exception("The worker goes on without %s", order.__name__)
