"""Publishes what is due in one run and drains the queue: ``python -m benchmarks.publish_once ours queued``; JSON."""

import json
import logging
import os
import sys
import time
from contextlib import nullcontext
from importlib import import_module
from io import StringIO
from unittest.mock import patch

import django

COMMANDS = {
    "ours": "editorial.scheduling.management.commands.publish_scheduled",
    "stock": "wagtail.management.commands.publish_scheduled",
}
#: Where tasks go: into the database's queue, or, as Wagtail has it unless told otherwise, done at once.
BACKENDS = {
    "queued": "django_tasks_db.DatabaseBackend",
    "at once": "django_tasks.backends.immediate.ImmediateBackend",
}


class Counter:
    """Counts the statements that go to the database."""

    def __init__(self) -> None:
        self.statements = 0

    def __call__(self, execute, sql, params, many, context):
        self.statements += 1
        return execute(sql, params, many, context)


def measured(work) -> dict:
    """How long some work took, by the clock and by the processor, and how many statements."""
    from django.db import connection

    counter, began, busy = Counter(), time.perf_counter(), time.process_time()
    with connection.execute_wrapper(counter):
        work()
    seconds, processor = time.perf_counter() - began, time.process_time() - busy
    return {"seconds": seconds, "processor": processor, "statements": counter.statements}


def drain(whose: str) -> None:
    """Do every task that waits: as our worker does it, or with the queue's own command."""
    from django.core.management import call_command

    from editorial.scheduling.keeping import task_queue

    if whose == "ours":
        task_queue("measured", until_empty=True).run()
    else:
        call_command("db_worker", "--batch", "--no-startup-delay", "--queue-name", "*")


def publish_once(whose: str, tasks: str) -> dict:
    """One run of a command, and what it left to be done in the background."""
    from django.core.management import call_command
    from django.test import override_settings
    from django_tasks_db.models import DBTaskResult

    from blog.models import BlogPostPage
    from editorial.scheduling.keeping import spare_the_disk

    if whose == "ours":
        # As the worker does; everything else of a run is the command's.
        spare_the_disk()
    command = import_module(COMMANDS[whose]).Command(stdout=StringIO())
    live_before = BlogPostPage.objects.live().count()
    # Stock is Wagtail's with a task for each row, as its own pages ask for them.
    rows = nullcontext() if whose == "ours" else patch("core.models.references_indexed_once", nullcontext)
    with rows, override_settings(TASKS={"default": {"BACKEND": BACKENDS[tasks]}}):
        publishing = measured(lambda: call_command(command))
    queued = DBTaskResult.objects.count()
    draining = measured(lambda: drain(whose)) if queued else {"seconds": 0.0, "processor": 0.0, "statements": 0}
    live = BlogPostPage.objects.live().count() - live_before
    return {"live": live, "queued": queued, "publishing": publishing, "draining": draining}


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
    django.setup()
    # The queue tells of every task, and would be measured telling it.
    logging.disable(logging.WARNING)
    print(json.dumps(publish_once(sys.argv[1], sys.argv[2])))
