"""Pages that change for readers at a moment which their own rows don't know, such as the end of what they belong to.

Whoever knows of such moments registers how they are found, in ``AppConfig.ready()``. They are read along with what
every reader's page asks of the whole site anyway (``core.readable``), so that no page costs a query more.
"""

from collections.abc import Callable
from datetime import datetime

from django.db.models import QuerySet

#: Finds path and moment of each page that changes between two moments.
Finder = Callable[[datetime, datetime], QuerySet]

_finders: list[Finder] = []


def register_changes(find: Finder) -> None:
    """Say how pages are found that are about to change; it yields pairs of tree path and moment."""
    if find not in _finders:
        _finders.append(find)


def coming_changes(start: datetime, end: datetime) -> list[QuerySet]:
    """What was registered, each as a part of one query."""
    return [find(start, end).order_by() for find in _finders]
