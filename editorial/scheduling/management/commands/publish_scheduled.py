"""Wagtail's command for cron, in its place: the same name, our steps."""

from django.core.management.base import BaseCommand
from django.utils import timezone
from wagtail.log_actions import LogContext

from editorial.scheduling import runner
from editorial.scheduling.due import due
from users.models import User


class Command(BaseCommand):
    """Carries out once what is due; the worker does the same by itself, and both may run."""

    help = "Publish what is due and take offline what has expired, once."

    def add_arguments(self, parser):
        parser.add_argument("--dryrun", action="store_true", help="say what is due and change nothing")
        only = {"nargs": 2, "metavar": ("KIND", "ID"), "help": "try one due item alone, without waiting for its turn"}
        parser.add_argument("--only", **only)
        parser.add_argument("--by", type=int, metavar="ID", help="the user whom the history names for it")

    def handle(self, *args, dryrun=False, only=None, by=None, **options):
        if dryrun:
            for item in due(timezone.now()):
                self.stdout.write(
                    f"{item.moment:%Y-%m-%d %H:%M} {item.kind.label}: {item.target_id}{' (held)' * item.is_held}"
                )
            return
        with LogContext(user=User.objects.filter(pk=by).first()):
            results = runner.run_alone(only[0], int(only[1])) if only else runner.run()
        for result, count in results.items():
            self.stdout.write(f"{result}: {count}")
