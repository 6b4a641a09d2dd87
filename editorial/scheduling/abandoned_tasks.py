"""Background tasks whose worker died: they are done again, so that each is done at least once."""

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from editorial.scheduling.beat import SILENT_AFTER, awake, lately


def take_back() -> int:
    """Put tasks of silent workers back into the queue; how many there were.

    The queue itself leaves them running for ever. A task that takes longer than a worker may be silent is safe: its
    worker beats meanwhile.
    """
    now = timezone.now()
    workers = awake(now)
    running = DBTaskResult.objects.running().exclude(started_at__range=lately(SILENT_AFTER, now))
    # The last worker has it; those before have lost it, and may be awake again.
    abandoned = [task.pk for task in running.only("pk", "worker_ids") if not workers & set(task.worker_ids[-1:])]
    return DBTaskResult.objects.filter(pk__in=abandoned, status=TaskResultStatus.RUNNING).update(
        status=TaskResultStatus.READY, started_at=None
    )
