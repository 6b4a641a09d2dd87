"""Somebody else's work in the very middle of one's own, on a connection of their own (PostgreSQL)."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType, FrameType

from django.db import connection, transaction
from django.db.models import Model, QuerySet


class SomebodyElse:
    """Begins right after a statement of the main thread, and has until it is through or waits for a lock."""

    def __init__(self, statement: str, work: Callable[[], object]) -> None:
        self.statement = statement
        self.work = work
        self.thread: threading.Thread | None = None
        self.session = 0
        self.result: object = None

    def __call__(self, execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        if self.thread is None and self.statement in sql:
            self.thread = threading.Thread(target=self.run)
            self.thread.start()
            while self.thread.is_alive() and not self.waits_for_a_lock():
                self.thread.join(0.02)
        return result

    def run(self) -> None:
        """Do the work, and keep what came of it or what stood in its way."""
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                (self.session,) = cursor.fetchone()
            self.result = self.work()
        except Exception as error:
            self.result = error
        finally:
            connection.close()

    def waits_for_a_lock(self) -> bool:
        """Whether something that the main thread holds keeps it."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted AND pid = %s", [self.session])
            return cursor.fetchone()[0] > 0


@contextmanager
def meanwhile(statement: str, work: Callable[[], object]) -> Iterator[SomebodyElse]:
    """Have somebody else do some work after the first statement that contains some words."""
    other = SomebodyElse(statement, work)
    with connection.execute_wrapper(other):
        yield other
    assert other.thread, "the statement was never sent"
    other.thread.join()


@contextmanager
def holding(row: Model) -> Iterator[None]:
    """Another connection that has locked a row."""
    released, held = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            type(row)._base_manager.select_for_update().get(pk=row.pk)
            held.set()
            released.wait(240)
        connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait(60)
    try:
        yield
    finally:
        released.set()
        thread.join()


def take_away_lock(monkeypatch, function: Callable) -> None:
    """Let one function read its rows without the lock it asks for."""
    asked = QuerySet.select_for_update

    def unless_taken_away(rows, *args, **kwargs):
        return rows.all() if function.__code__ in askers(sys._getframe(1)) else asked(rows, *args, **kwargs)

    monkeypatch.setattr(QuerySet, "select_for_update", unless_taken_away)


def askers(frame: FrameType) -> Iterator[CodeType]:
    """Who asks for a lock: a manager and `locked_row` ask on behalf of others."""
    for _ in range(3):
        yield frame.f_code
        frame = frame.f_back
