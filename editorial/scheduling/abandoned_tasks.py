"""Background tasks whose worker died: they are done again, so that each is done at least once."""

from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from editorial.scheduling.beat import SILENT_AFTER
from editorial.scheduling.models import Beat


def take_back() -> int:
    """Put tasks of silent workers back into the queue; how many there were.

    The queue itself leaves them running for ever. A task that takes longer than a worker may be silent is safe: its
    worker beats meanwhile.
    """
    now = timezone.now()
    awake = set(Beat.objects.filter(beat_at__gte=now - SILENT_AFTER).values_list("worker", flat=True))
    running = DBTaskResult.objects.filter(Q(status=TaskResultStatus.RUNNING), started_at__lt=now - SILENT_AFTER)
    abandoned = [task.pk for task in running.only("pk", "worker_ids") if not awake & set(task.worker_ids)]
    return DBTaskResult.objects.filter(pk__in=abandoned, status=TaskResultStatus.RUNNING).update(
        status=TaskResultStatus.READY, started_at=None
    )
