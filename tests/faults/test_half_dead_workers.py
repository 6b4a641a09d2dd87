"""A worker of which one half dies, or falls: it is never left doing only the other half."""

import os

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from editorial.scheduling.models import Beat
from tests.faults.conftest import wait_until
from tests.faults.troublemakers import end_thread, lose_the_outcome, wait_for

pytestmark = pytest.mark.django_db(transaction=True)


def names():
    """The workers that were heard of, in the order in which they came."""
    return list(Beat.objects.order_by("beat_at").values_list("worker", flat=True))


def process_of(name):
    """The id of a worker's process."""
    return int(name.split(":")[1])


def is_running(process):
    """Whether a process is still there."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def is_done(result):
    """Whether a task was done."""
    return DBTaskResult.objects.get(pk=result.id).status == TaskResultStatus.SUCCESSFUL


class HalfDeadTests:
    @pytest.mark.parametrize("thread", ["MainThread", "tasks"])
    def test_the_process_ends_with_either_thread_and_is_started_anew(self, workers, queue, thread):
        workers.start(1)
        [name] = names()
        end_thread.enqueue(thread)
        wait_until(lambda: not is_running(process_of(name)))
        wait_until(lambda: len(names()) == 2)
        later = wait_for.enqueue("/")
        wait_until(lambda: is_done(later))


class FallenQueueTests:
    def test_it_begins_anew_under_another_name(self, workers, queue):
        workers.start(1)
        [name] = names()
        lost, later = lose_the_outcome.enqueue(), wait_for.enqueue("/")
        wait_until(lambda: is_done(later))
        assert DBTaskResult.objects.get(pk=lost.id).status == TaskResultStatus.RUNNING
        # Nobody beats under the name that owns the lost task, and so it is taken back.
        wait_until(lambda: len(names()) == 2)
        assert [process_of(one) for one in names()] == [process_of(name)] * 2
