"""Writes down each ``page_published`` of a process that tests start, one line each, and lets some come to no end.

At one title the first process dies.
"""

import os
import signal
import time
from pathlib import Path

from django.apps import AppConfig

#: The title at which the first process that publishes it dies, in the middle of it.
FATAL_ONCE = "Fatal once"


def die_once(sender, instance, **kwargs) -> None:
    """End this process as an operating system does that needs its memory, unless another has died of it before."""
    died = Path(f"{os.environ['WITNESS']}.died")
    if instance.live and instance.title == FATAL_ONCE and not died.exists():
        died.touch()
        os.kill(os.getpid(), signal.SIGKILL)


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

        if "ITEM_SECONDS" in os.environ:
            runner.ITEM_SECONDS = int(os.environ["ITEM_SECONDS"])
        page_published.connect(die_once)
        page_published.connect(write_down)
        page_published.connect(hang)
        page_published.connect(hold_up)
