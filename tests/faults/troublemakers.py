"""Background tasks that make trouble in the worker process that does them."""

import ctypes
import threading
import time
from pathlib import Path

from django_tasks import task
from django_tasks_db.models import DBTaskResult


@task()
def wait_for(file: str) -> None:
    """Go on only once this file is there."""
    while not Path(file).exists():
        time.sleep(0.1)


@task()
def end_thread(name: str) -> None:
    """End one thread of the process once this task is done, as an error that nobody expects would."""
    threading.Timer(0.5, raise_in, [name]).start()


@task()
def lose_the_outcome() -> None:
    """Keep the queue from writing down that this task has ended, until it gives up and begins anew."""
    save, tries = DBTaskResult.save, iter(range(3 + 3))

    def refuse(*args, **kwargs):
        if next(tries) == 5:
            DBTaskResult.save = save
        raise RuntimeError("no ink")

    DBTaskResult.save = refuse


def raise_in(name: str) -> None:
    """Let a thread of this name stumble over SystemExit at whatever it does next."""
    [thread] = [one for one in threading.enumerate() if one.name == name]
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit))
