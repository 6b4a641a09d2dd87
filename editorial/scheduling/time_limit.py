"""Cuts off what takes too long: politely where Python runs, by force where it does not, and in the database, too."""

import faulthandler
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from django.db import connection

#: Between the polite way and the one by force.
GRACE_SECONDS = 15
LIMITS = "SELECT set_config(name, value, true) FROM unnest(%s::text[], %s::text[]) AS limits (name, value)"


class TookTooLongError(BaseException):
    """Time is up. No Exception, which a handler on the way might swallow."""


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raise TookTooLongError after some seconds; end the process with a traceback when even that is not heard.

    Signals arrive in the main thread alone: in a thread of a web server nothing is cut off, and the server must not be
    ended. What is due is carried out in processes of its own, therefore (``at_once``).
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _time_is_up)
    signal.alarm(seconds)
    faulthandler.dump_traceback_later(seconds + GRACE_SECONDS, exit=True)
    try:
        yield
    finally:
        signal.alarm(0)
        faulthandler.cancel_dump_traceback_later()
        signal.signal(signal.SIGALRM, before)


def limit_transaction(**seconds: int) -> None:
    """Let PostgreSQL end by itself what lasts longer in the transaction at hand, by the names of its settings.

    A query that was cut off here goes on there and keeps the locks of its transaction; on SQLite they end at once.
    """
    if connection.vendor != "postgresql":
        return
    values = [f"{number}s" for number in seconds.values()]
    with connection.cursor() as cursor:
        cursor.execute(LIMITS, [list(seconds), values])


def _time_is_up(signum: int, frame: FrameType | None) -> None:
    raise TookTooLongError
