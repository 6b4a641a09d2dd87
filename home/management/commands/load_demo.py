"""Load or remove the demo."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.urls import reverse

from home.demo import loader, removal
from home.demo.logins import Login, refuse_known_password, remove_logins


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the log to warnings: a line for each of some hundred steps would bury what the command has to say."""
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


class Command(BaseCommand):
    """Fills a site with believable content, pictures and logins, or takes away what nobody has edited."""

    help = "Load the demo: pages, pictures and a login for each role. Running it twice changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there is an article already")
        parser.add_argument("--remove", action="store_true", help="take away what nobody has edited since")
        parser.add_argument("--no-logins", action="store_true", help="load the content without logins")
        parser.add_argument("--picture-width", type=int, default=1600, help="in pixels (default: 1600)")

    def handle(self, *args, **options):
        if options["remove"]:
            return self.remove()
        if options["if_empty"] and loader.has_articles():
            return None
        if not options["no_logins"]:
            refuse_known_password()
        with quiet():
            count, logins = loader.load(not options["no_logins"], options["picture_width"])
        self.stdout.write(f"Demo: {count} pages loaded." if count else "Demo: everything was there already.")
        if logins:
            self.print_logins(logins)
        return None

    def remove(self) -> None:
        """Take the demo away and say what stays."""
        with quiet(), transaction.atomic():
            count, kept = removal.remove()
            remove_logins()
        self.stdout.write(f"Demo: {count} items removed.")
        for name in kept:
            self.stdout.write(f"  kept, because it was edited or is needed: {name}")

    def print_logins(self, logins: list[Login]) -> None:
        """A small table of logins, with where to use them."""
        self.stdout.write(f"\nSign in at {settings.WAGTAILADMIN_BASE_URL}{reverse('wagtailadmin_login')}")
        self.stdout.write(f"  {'login':<10} {'role':<18} password")
        for login in logins:
            self.stdout.write(f"  {login.username:<10} {login.role:<18} {login.password or '(its own)'}")
