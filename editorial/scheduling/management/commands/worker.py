"""The one background process a site needs."""

import signal
import threading
from types import FrameType

from django.conf import settings
from django.core.management.base import BaseCommand

from editorial.scheduling.beat import own_name
from editorial.scheduling.keeping import Heart, drain_tasks, keep_schedule, spare_the_disk
from editorial.scheduling.supervision import Supervisor, is_orphan, work_command

#: How often the worker looks whether it is to stop.
LOOKS_AROUND_AFTER = 0.2


class Command(BaseCommand):
    """Publishes and expires on time, and does the background tasks; stops cleanly on SIGTERM."""

    is_stopping = False
    help = "Publish on time and do background tasks until stopped. Any number may run at once."

    def add_arguments(self, parser):
        parser.add_argument("--supervised-by", type=int, help="for the worker's own use: who started this process")

    def handle(self, *args, supervised_by=None, **options):
        if supervised_by is None:
            raise SystemExit(Supervisor(work_command()).run())
        self.work(supervised_by)

    def work(self, supervisor: int) -> None:
        """Work until a signal comes or the supervisor is gone."""
        stop = threading.Event()
        for signum in (signal.SIGTERM, signal.SIGINT):
            signal.signal(signum, self.note_signal)
        threading.Thread(target=self.watch, args=(stop, supervisor), daemon=True).start()
        spare_the_disk()
        heart = Heart(own_name())
        tasks = drain_tasks(stop, heart)
        try:
            keep_schedule(stop, heart)
        finally:
            stop.set()
            # A task that takes longer is left, and done again by another worker.
            tasks.join(settings.WORKER_TASK_SECONDS)

    def note_signal(self, signum: int, frame: FrameType | None) -> None:
        """Leave a note alone: the thread that is interrupted may hold the lock of the event."""
        self.is_stopping = True

    def watch(self, stop: threading.Event, supervisor: int) -> None:
        """End the work after a signal, and when nobody supervises it any more."""
        while not stop.wait(LOOKS_AROUND_AFTER):
            if self.is_stopping or is_orphan(supervisor):
                stop.set()
