"""The log of index tasks."""

import logging

import pytest

from core.gone_rows import GoneRowFilter
from users.models import User

INDEXING = "wagtail.tasks.update_reference_index_task"


def is_logged(error: Exception | None, task: str) -> bool:
    """Whether a finished task is reported; it failed when there is an error."""
    failure = (type(error), error, None) if error else None
    words = "Task id=%s path=%s state=%s"
    record = logging.LogRecord("django_tasks", logging.ERROR, "", 0, words, ("1", task, "FAILED"), failure)
    return GoneRowFilter().filter(record)


class GoneRowFilterTests:
    def test_an_index_task_whose_row_is_gone_is_no_news(self):
        assert not is_logged(User.DoesNotExist(), INDEXING)

    @pytest.mark.parametrize(
        ("error", "task"),
        [(ValueError(), INDEXING), (User.DoesNotExist(), "editorial.mail.send"), (None, INDEXING)],
        ids=["another error", "another task", "a task that went well"],
    )
    def test_everything_else_is_logged(self, error, task):
        assert is_logged(error, task)
