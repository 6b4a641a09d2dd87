"""Make whatever is missing of the fixed site."""

from django.core.management.base import BaseCommand

from home.ensure_site import ensure_site


class Command(BaseCommand):
    """Restores missing fixed pages, roles, workflows and collections; runs by itself after every migrate."""

    help = "Make missing fixed pages, menu, collections, roles and workflows. Changes nothing that is there."

    def handle(self, *args, **options):
        ensure_site()
        self.stdout.write("The fixed pages, roles, workflows and collections are in place.")
