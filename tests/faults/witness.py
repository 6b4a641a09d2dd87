"""Writes down each ``page_published`` of a worker process that tests start, one line each."""

import os
from pathlib import Path

from django.apps import AppConfig


def write_down(sender, instance, **kwargs) -> None:
    """Add the page to the file that the environment names; a line so short is written whole or not at all."""
    if instance.live:
        with open(os.environ["WITNESS"], "a") as file:
            file.write(f"{instance.pk}\n")


class WitnessConfig(AppConfig):
    """An app without models."""

    name = "tests.faults"
    label = "witness"
    path = str(Path(__file__).parent)

    def ready(self) -> None:
        from wagtail.signals import page_published

        page_published.connect(write_down)
