"""A worker that is told to stop while it is at work."""

import signal
import time
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from editorial.scheduling.models import Attempt
from tests.editorial.scheduling.mornings import is_live, move, planned
from tests.faults.conftest import wait_until
from tests.faults.troublemakers import wait_for

pytestmark = pytest.mark.django_db(transaction=True)


def begun(file):
    """A task that ends once a file is there, as soon as a worker is at it."""
    result = wait_for.enqueue(str(file))
    wait_until(lambda: status_of(result) == TaskResultStatus.RUNNING)
    return result


def status_of(result):
    """What became of a task."""
    return DBTaskResult.objects.get(pk=result.id).status


@transaction.atomic
def make_due(*pages):
    """Let the moments of planned pages have come, one after the other."""
    now = timezone.now()
    for number, page in enumerate(pages):
        move(page.revisions.get(approved_go_live_at__isnull=False), now - timedelta(seconds=10 - number))


class StoppingTests:
    def test_it_finishes_the_page_and_the_task_at_hand_and_begins_nothing_more(
        self, site_tree, queue, workers, tmp_path
    ):
        gate = tmp_path / "gate"
        tomorrow = timezone.now() + timedelta(days=1)
        at_hand, later = planned(tomorrow, title=str(gate)), planned(tomorrow)
        workers.start(1)
        task = begun(gate)
        make_due(at_hand, later)
        wait_until(lambda: workers.published() == [at_hand.pk])
        [worker] = workers.running
        worker.send_signal(signal.SIGTERM)
        # Time enough to hear of it.
        time.sleep(3)
        gate.touch()
        assert worker.wait(60) == 0
        assert is_live(at_hand) and status_of(task) == TaskResultStatus.SUCCESSFUL
        assert not is_live(later) and not Attempt.objects.exists()

    def test_a_task_that_does_not_end_is_left_to_another_worker(self, queue, workers, tmp_path):
        workers.start(1)
        task = begun(tmp_path / "never")
        assert workers.stop() == [0]
        assert status_of(task) == TaskResultStatus.RUNNING
