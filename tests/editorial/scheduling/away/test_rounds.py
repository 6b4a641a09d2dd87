"""When the mails of the week and the day are ordered."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from editorial.scheduling.away import rounds
from editorial.scheduling.away.models import MailKind, MailRound, Notice, Pace
from editorial.scheduling.away.paces import choose
from editorial.scheduling.away.rounds import claim, order, order_due_mails
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 2)
SEVEN = datetime(2026, 3, 2, 7, tzinfo=UTC)
TUESDAY_NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def queue(settings):
    """Tasks wait in the queue, as they do for a worker."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def waiting() -> list[tuple[str, list]]:
    """Name and arguments of each mail in the queue."""
    tasks = DBTaskResult.objects.filter(task_path__contains=".away.").order_by("enqueued_at")
    return [(task.task_path.rpartition(".")[2], task.args_kwargs["args"]) for task in tasks]


class OrderWeeksTests:
    def test_on_monday_at_seven_once_for_each_who_may_enter_and_wants_it(self, writer, editor, reviewer):
        choose(reviewer, MailKind.WEEK, Pace.OFF)
        UserFactory()
        UserFactory(role="Writer", email="")
        UserFactory(role="Writer", is_active=False)
        assert order_due_mails(SEVEN - SECOND) == 0
        assert order_due_mails(SEVEN) == 2
        assert order_due_mails(SEVEN + SECOND) == 0
        assert sorted(waiting()) == [("send_week", [user.pk, "2026-03-02"]) for user in (writer, editor)]

    def test_a_worker_that_was_down_sends_it_until_tuesday_noon(self, writer):
        assert order_due_mails(TUESDAY_NOON) == 0
        assert order_due_mails(TUESDAY_NOON - SECOND) == 1

    def test_each_week_anew(self, writer):
        order_due_mails(SEVEN)
        assert order_due_mails(SEVEN + timedelta(days=7)) == 1

    def test_seven_is_by_the_site_s_clock(self, writer, settings):
        settings.TIME_ZONE = "America/New_York"
        assert order_due_mails(SEVEN) == 0
        assert order_due_mails(SEVEN + timedelta(hours=5)) == 1

    def test_other_days_cost_a_look_at_what_was_kept_alone(self, writer, django_assert_num_queries):
        with django_assert_num_queries(1):
            order_due_mails(SEVEN + timedelta(days=3))


class OrderDaysTests:
    @pytest.fixture
    def notice(self, writer):
        choose(writer, MailKind.WEEK, Pace.OFF)
        return Notice.objects.create(user=writer, kind=MailKind.FAILURE, about="1", kept_at=SEVEN - timedelta(hours=9))

    def test_at_seven_once_for_each_for_whom_something_was_kept(self, notice, editor):
        choose(editor, MailKind.WEEK, Pace.OFF)
        assert order_due_mails(SEVEN - SECOND) == 0
        assert order_due_mails(SEVEN) == 1
        assert order_due_mails(SEVEN + SECOND) == 0
        assert waiting() == [("send_day", [notice.user_id, "2026-03-02"])]

    def test_what_comes_after_seven_waits_for_tomorrow(self, notice):
        Notice.objects.update(kept_at=SEVEN + SECOND)
        assert order_due_mails(SEVEN + timedelta(hours=9)) == 0
        assert order_due_mails(SEVEN + timedelta(days=1)) == 1

    def test_a_worker_that_was_down_sends_it_when_it_is_back(self, notice):
        assert order_due_mails(SEVEN + timedelta(hours=12)) == 1


class OrderTests:
    def test_of_two_workers_one_orders_it(self, writer):
        assert [order(writer.pk, Pace.WEEKLY, MONDAY) for _ in range(2)] == [True, False]
        assert len(waiting()) == 1

    def test_a_row_without_a_task_is_never_left(self, writer, monkeypatch):
        class Broken:
            def enqueue(self, *args):
                raise RuntimeError

        monkeypatch.setattr(rounds, "send_week", Broken())
        with pytest.raises(RuntimeError), transaction.atomic():
            order(writer.pk, Pace.WEEKLY, MONDAY)
        assert not MailRound.objects.exists()

    def test_old_rows_are_forgotten(self, writer):
        order(writer.pk, Pace.DAILY, MONDAY - timedelta(days=31))
        order_due_mails(SEVEN)
        assert list(MailRound.objects.values_list("day", flat=True)) == [MONDAY]
        assert mail.outbox == []


class ClaimTests:
    def test_once_a_person_pace_and_day(self, writer, editor):
        assert claim(writer.pk, Pace.WEEKLY, MONDAY)
        assert not claim(writer.pk, Pace.WEEKLY, MONDAY)
        assert claim(writer.pk, Pace.DAILY, MONDAY)
        assert claim(editor.pk, Pace.WEEKLY, MONDAY)
