"""Make the sizes that are missing."""

from django.core.management.base import BaseCommand

from images.making import make
from images.models import SiteImage
from images.usage import wanted_of


class Command(BaseCommand):
    """Makes, at once, what is missing of every picture readers see; needed after a change of `images/sizes.py`."""

    help = "Make the missing sizes of every picture that readers see. Running it twice changes nothing."

    def handle(self, *args, **options):
        files = 0
        for image in SiteImage.objects.iterator():
            files += make(image, sorted(wanted_of(image).get(image.pk, [])))
        self.stdout.write(f"{files} files made." if files else "Every size was there already.")
