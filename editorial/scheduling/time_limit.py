"""Cuts off what takes too long: politely where Python runs, by force where it does not."""

import faulthandler
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: Between the polite way and the one by force.
GRACE_SECONDS = 15


class TookTooLongError(BaseException):
    """Time is up. No Exception, which a handler on the way might swallow."""


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raise TookTooLongError after some seconds; end the process with a traceback when even that is not heard.

    In the main thread only, where signals arrive: in a web server's thread it does nothing, as the server has limits
    of its own and must not be ended.
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


def _time_is_up(signum: int, frame: FrameType | None) -> None:
    raise TookTooLongError
