"""Keeps the log free of index tasks that came too late: the row they were to index has been deleted or replaced."""

import logging

from django.core.exceptions import ObjectDoesNotExist

#: Queued by Wagtail whenever a row is saved; with the row gone there is nothing left to index.
INDEX_TASKS = frozenset({"wagtail.tasks.update_reference_index_task", "modelsearch.tasks.insert_or_update_object_task"})


class GoneRowFilter(logging.Filter):
    """Drops the report of an index task whose row is gone; every other failed task is logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is logged."""
        if not record.exc_info or not isinstance(record.exc_info[1], ObjectDoesNotExist):
            return True
        return not (isinstance(record.args, tuple) and INDEX_TASKS.intersection(map(str, record.args)))
