"""Tasks whose worker died."""

from datetime import timedelta

import pytest
from django_tasks import TaskResultStatus, task_backends
from django_tasks_db.models import DBTaskResult

from editorial.scheduling import beat
from editorial.scheduling.abandoned_tasks import take_back
from images.making import make_sizes
from tests.editorial.scheduling.mornings import EIGHT, NINE

pytestmark = pytest.mark.django_db


@pytest.fixture
def running(settings, clock):
    """A task a worker of this name has begun at eight."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

    def begin(worker):
        result = task_backends["default"].enqueue(make_sizes, [{}], {})
        DBTaskResult.objects.get(pk=result.id).claim(worker)
        return DBTaskResult.objects.get(pk=result.id)

    return begin


class TakeBackTests:
    def test_a_task_of_a_silent_worker_is_done_again(self, running, clock):
        beat.beat("gone")
        task = running("gone")
        clock(EIGHT + timedelta(minutes=5))
        assert take_back() == 1
        task.refresh_from_db()
        assert task.status == TaskResultStatus.READY

    def test_a_long_task_of_a_worker_that_beats_is_left_alone(self, running, clock):
        running("busy")
        clock(EIGHT + timedelta(minutes=5))
        beat.beat("busy")
        assert take_back() == 0

    def test_a_worker_started_in_the_place_of_a_dead_one_gives_its_tasks_back(self, running, clock):
        running(beat.own_name())
        clock(EIGHT + timedelta(minutes=5))
        # The same host and, in a container started anew, the same number.
        beat.beat(beat.own_name())
        assert take_back() == 1

    def test_a_task_belongs_to_whoever_took_it_last(self, running, clock):
        task = running("lost it")
        task.claim("died")
        clock(EIGHT + timedelta(minutes=5))
        beat.beat("lost it")
        assert take_back() == 1

    def test_a_clock_set_back_keeps_no_task_from_being_done_again(self, running, clock):
        clock(NINE)
        beat.beat("gone")
        running("gone")
        clock(EIGHT)
        assert take_back() == 1

    def test_a_task_just_begun_is_left_alone(self, running):
        running("new")
        assert take_back() == 0
