"""Processes that are killed at a statement of one's choice."""

import os
import signal
from collections.abc import Callable

import pytest
from django.conf import settings as project
from django.db import connection


class Killer:
    """Ends its process without a word just before it sends its nth statement."""

    def __init__(self, statement: int) -> None:
        self.left = statement

    def __call__(self, execute, sql, params, many, context):
        self.left -= 1
        if self.left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)


@pytest.fixture
def killed_at():
    """Do some work in a process of its own that is killed at a statement: whether it ever came to it."""

    def run(statement: int, work: Callable[[], object]) -> bool:
        # A connection that two processes share would answer one with what the other asked.
        connection.close()
        if not project.IS_SQLITE:
            connection.close_pool()
        pid = os.fork()
        if pid == 0:
            try:
                with connection.execute_wrapper(Killer(statement)):
                    work()
                os._exit(0)
            finally:
                os._exit(1)
        _, status = os.waitpid(pid, 0)
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
        return os.WIFSIGNALED(status)

    return run


@pytest.fixture
def queue(settings):
    """Tasks wait in the database, as they do in production."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
