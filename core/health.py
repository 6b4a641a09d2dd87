"""Health of the running site for load balancers and monitors: alive, and ready to take readers."""

import logging
from collections.abc import Callable
from secrets import token_hex

from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

log = logging.getLogger(__name__)
CACHE_KEY = "health"


class NotReadyError(Exception):
    """A part of the site works but is not in the state readers need."""


def ask_database() -> None:
    """Raise unless the database answers a query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def compare_migrations() -> None:
    """Raise when the database is behind the code."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise NotReadyError("unapplied migrations")


def write_and_read_cache() -> None:
    """Raise unless the cache gives back what was just put into it."""
    token = token_hex(8)
    cache.set(CACHE_KEY, token, timeout=30)
    # Another probe may have written in between; only an empty answer means that nothing is kept.
    if cache.get(CACHE_KEY) is None:
        raise NotReadyError("the cache keeps nothing")


PARTS: dict[str, Callable[[], None]] = {
    "database": ask_database,
    "migrations": compare_migrations,
    "cache": write_and_read_cache,
}


def state_of(name: str, probe: Callable[[], None]) -> str:
    """`ok` or `failed`; the reason goes to the log, where an address or a password in it does no harm."""
    try:
        probe()
    except Exception:
        log.exception("Health: %s failed", name)
        return "failed"
    return "ok"


@never_cache
@require_safe
def live(request: HttpRequest) -> JsonResponse:
    """Answer as long as the process can answer at all."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """200 when readers can be served, else 503 with the part that failed."""
    parts = {name: state_of(name, probe) for name, probe in PARTS.items()}
    is_ready = set(parts.values()) == {"ok"}
    return JsonResponse(
        {"status": "ok" if is_ready else "failed", "parts": parts},
        status=200 if is_ready else 503,
    )
