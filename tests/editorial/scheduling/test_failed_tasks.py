"""Tasks that fail."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from editorial.scheduling import failure_mail
from editorial.scheduling.failed_tasks import MOST_TRIES, RECENT, given_up, try_again
from editorial.scheduling.keeping import Heart, task_queue
from editorial.scheduling.models import Attempt, Kind
from tests.editorial.scheduling.mornings import EIGHT, NINE, item_of, planned

pytestmark = pytest.mark.django_db(transaction=True)


class ServerThatIsAwayOnce(EmailBackend):
    """A mail server that drops the first connection."""

    is_back = False

    def send_messages(self, letters):
        if not type(self).is_back:
            type(self).is_back = True
            raise SMTPServerDisconnected("Connection unexpectedly closed")
        return super().send_messages(letters)


@pytest.fixture
def queue(settings):
    """Tasks wait in the database, as they do in production."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def drain(queue):
    """``drain()``: do the tasks there are, as the worker does."""
    return lambda: task_queue("worker", until_empty=True).run()


def letters():
    """The letters about what failed."""
    return [one for one in mail.outbox if "did not go live" in one.subject]


@pytest.fixture
def task(queue, site_tree, clock, writer, drain):
    """A letter that fails while ``settings.EMAIL_BACKEND`` does."""
    page = planned(NINE, owner=writer)
    DBTaskResult.objects.all().delete()
    attempt = Attempt.objects.create(
        kind=Kind.GO_LIVE, target_id=item_of(page).target_id, started_at=EIGHT, next_try_at=EIGHT, error="It is empty."
    )
    return failure_mail.tell_authors.enqueue(attempt.pk)


class TryAgainTests:
    def test_a_letter_whose_server_was_away_is_sent_after_a_minute(self, task, drain, clock, settings, monkeypatch):
        settings.EMAIL_BACKEND = f"{__name__}.ServerThatIsAwayOnce"
        monkeypatch.setattr(ServerThatIsAwayOnce, "is_back", False)
        drain()
        assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED
        Heart("worker").beat_when_due()
        drain()
        assert letters() == []
        clock(EIGHT + timedelta(minutes=1))
        Heart("worker").beat_when_due()
        drain()
        assert len(letters()) == 1
        assert not DBTaskResult.objects.exclude(status=TaskResultStatus.SUCCESSFUL).exists()

    def test_it_waits_twice_as_long_each_time_and_then_gives_up(self, task, drain, clock, settings, client):
        settings.EMAIL_BACKEND = "nowhere.EmailBackend"
        moment, waits = EIGHT, []
        drain()
        while not given_up(moment):
            minutes = next(number for number in range(1, 60) if try_again(moment + timedelta(minutes=number)))
            waits.append(minutes)
            moment += timedelta(minutes=minutes)
            clock(moment)
            drain()
        assert waits == [1, 2, 4, 8, 16]
        assert len(DBTaskResult.objects.get().worker_ids) == MOST_TRIES
        assert client.get("/health/scheduler").json()["tasks_given_up"] == 1
        assert try_again(moment + timedelta(hours=2)) == 0

    def test_what_failed_days_ago_is_left_alone(self, task, drain, settings):
        settings.EMAIL_BACKEND = "nowhere.EmailBackend"
        drain()
        assert try_again(timezone.now() + RECENT) == 0

    def test_what_was_done_is_not_done_again(self, task, drain):
        drain()
        assert len(letters()) == 1
        assert try_again(EIGHT + timedelta(minutes=5)) == 0


class GivenUpTests:
    def test_what_is_still_tried_is_not_given_up(self, task, drain, settings):
        settings.EMAIL_BACKEND = "nowhere.EmailBackend"
        drain()
        assert given_up(EIGHT) == 0
