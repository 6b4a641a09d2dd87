"""Writes down each ``page_published`` of a process that tests start, one line each, and lets some come to no end."""

import os
import time
from pathlib import Path

from django.apps import AppConfig


def write_down(sender, instance, **kwargs) -> None:
    """Add the page to the file that the environment names; a line so short is written whole or not at all."""
    if instance.live:
        with open(os.environ["WITNESS"], "a") as file:
            file.write(f"{instance.pk}\n")


def hang(sender, instance, **kwargs) -> None:
    """Come to no end at the publish of a page of one title."""
    if instance.live and instance.title == "Hangs":
        time.sleep(600)


def hold_up(sender, instance, **kwargs) -> None:
    """Keep the worker at a page whose title names a file, until that file is there."""
    from tests.faults.troublemakers import wait_for

    if instance.title.startswith("/"):
        wait_for.call(instance.title)


class WitnessConfig(AppConfig):
    """An app without models."""

    name = "tests.faults"
    label = "witness"
    path = str(Path(__file__).parent)

    def ready(self) -> None:
        from wagtail.signals import page_published

        from editorial.scheduling import runner

        runner.ITEM_SECONDS = int(os.environ.get("ITEM_SECONDS", runner.ITEM_SECONDS))
        page_published.connect(write_down)
        page_published.connect(hang)
        page_published.connect(hold_up)
