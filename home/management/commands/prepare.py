"""Everything between an installed project and a running one, in one start of Python."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.urls import reverse

from home.demo.logins import ROLES, password
from users.models import User


class Command(BaseCommand):
    """Brings the database up to date, fills an empty one with the demo, and says where to sign in."""

    help = "Migrate, load the demo into an empty site, and print addresses and logins."

    def add_arguments(self, parser):
        parser.add_argument("--no-demo", action="store_true", help="leave an empty site empty")
        parser.add_argument("--no-logins", action="store_true", help="load the demo without its logins")

    def handle(self, *args, **options):
        call_command("migrate", verbosity=0)
        if not options["no_demo"]:
            call_command("load_demo", if_empty=True, no_logins=options["no_logins"], stdout=self.stdout)
        self.stdout.write(f"Site:   {settings.WAGTAILADMIN_BASE_URL}/")
        self.stdout.write(f"Admin:  {settings.WAGTAILADMIN_BASE_URL}{reverse('wagtailadmin_home')}")
        self.stdout.write(f"Logins: {self.logins()}")

    def logins(self) -> str:
        """Who can sign in, or how to make the first user."""
        if not User.objects.exists():
            return "none yet; make the first with: .venv/bin/python manage.py createsuperuser"
        names = User.objects.filter(username__in=ROLES, is_active=True).values_list("username", flat=True)
        if not (settings.DEBUG and names):
            return "those that were made before"
        return f"{', '.join(sorted(names))}, with the password {password()} unless it was changed"
