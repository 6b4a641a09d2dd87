"""Wagtail's command for cron, in its place: the same name, our steps."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from editorial.scheduling import runner
from editorial.scheduling.due import due


class Command(BaseCommand):
    """Carries out once what is due; the worker does the same by itself, and both may run."""

    help = "Publish what is due and take offline what has expired, once."

    def add_arguments(self, parser):
        parser.add_argument("--dryrun", action="store_true", help="say what is due and change nothing")
        only = {"nargs": 2, "metavar": ("KIND", "ID"), "help": "try one due item alone, without waiting for its turn"}
        parser.add_argument("--only", **only)

    def handle(self, *args, dryrun=False, only=None, **options):
        if dryrun:
            for item in due(timezone.now()):
                self.stdout.write(
                    f"{item.moment:%Y-%m-%d %H:%M} {item.kind.label}: {item.target_id}{' (held)' * item.is_held}"
                )
            return
        results = runner.run_alone(only[0], int(only[1])) if only else runner.run()
        for result, count in results.items():
            self.stdout.write(f"{result}: {count}")
