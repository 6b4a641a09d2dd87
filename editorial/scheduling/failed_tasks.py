"""Background tasks that failed: they are tried again after 1, 2, 4 … minutes, so that each is done at least once."""

from datetime import datetime, timedelta

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

#: The last time is half an hour after the one before: what was not reachable for so long needs a person.
MOST_TRIES = 6
#: What failed longer ago would surprise those who hear of it now.
RECENT = timedelta(days=1)


def try_again(now: datetime) -> int:
    """Put failed tasks whose wait is over back into the queue; how many there were."""
    waited = [
        task.pk
        for task in failed(now)
        if tries(task) < MOST_TRIES and task.finished_at + timedelta(minutes=2 ** (tries(task) - 1)) <= now
    ]
    return DBTaskResult.objects.filter(pk__in=waited, status=TaskResultStatus.FAILED).update(
        status=TaskResultStatus.READY, started_at=None, finished_at=None
    )


def given_up(now: datetime) -> int:
    """How many tasks failed so often within a day that they are not tried any more."""
    return sum(tries(task) >= MOST_TRIES for task in failed(now))


def failed(now: datetime) -> list[DBTaskResult]:
    """The tasks that failed within a day, without what they were to do."""
    return list(DBTaskResult.objects.failed().filter(finished_at__gt=now - RECENT).only("worker_ids", "finished_at"))


def tries(task: DBTaskResult) -> int:
    """How often a task was begun."""
    return max(len(task.worker_ids), 1)
