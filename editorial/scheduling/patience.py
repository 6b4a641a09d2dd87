"""A database that is busy this moment is asked again."""

import logging
from collections.abc import Callable
from typing import TypeVar

from django.db import OperationalError

log = logging.getLogger(__name__)

#: How often it is asked. On SQLite each time waits 20 seconds for whoever writes.
TIMES = 3

Result = TypeVar("Result")


def patiently(work: Callable[..., Result], *arguments: object) -> Result:
    """Do some work that comes whole or not at all, and at once again when the database is busy."""
    for _ in range(TIMES - 1):
        try:
            return work(*arguments)
        except OperationalError as error:
            log.warning("The database was busy: %s", error)
    return work(*arguments)
