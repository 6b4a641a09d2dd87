"""The one background process a site needs."""

import signal
import threading

from django.core.management.base import BaseCommand

from editorial.scheduling.beat import own_name
from editorial.scheduling.keeping import Heart, drain_tasks, keep_schedule, spare_the_disk
from editorial.scheduling.supervision import Supervisor, is_orphan, work_command


class Command(BaseCommand):
    """Publishes and expires on time, and does the background tasks; stops cleanly on SIGTERM."""

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
            signal.signal(signum, lambda *signal_and_frame: stop.set())
        threading.Thread(target=self.watch, args=(stop, supervisor), daemon=True).start()
        spare_the_disk()
        heart = Heart(own_name())
        tasks = drain_tasks(stop, heart)
        try:
            keep_schedule(stop, heart)
        finally:
            stop.set()
            tasks.join()

    def watch(self, stop: threading.Event, supervisor: int) -> None:
        """End the work when nobody supervises it any more."""
        while not stop.wait(1.0):
            if is_orphan(supervisor):
                stop.set()
