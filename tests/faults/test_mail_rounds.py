"""A week's mail is ordered once for each person, whatever becomes of the workers that look at the clock."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Barrier

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from editorial.scheduling.away.models import MailRound
from editorial.scheduling.away.rounds import order_weeks

pytestmark = pytest.mark.django_db(transaction=True)

MONDAY, SEVEN = date(2026, 3, 2), datetime(2026, 3, 2, 7, tzinfo=UTC)
WORKERS = 4


def ordered() -> list[int]:
    """Whose mail is in the queue, as often as it is."""
    tasks = DBTaskResult.objects.filter(task_path__endswith="send_week")
    return sorted(task.args_kwargs["args"][0] for task in tasks)


def claimed() -> list[int]:
    """Whose mail is noted as ordered."""
    return sorted(MailRound.objects.values_list("user", flat=True))


class OrderWeeksTests:
    def test_of_workers_that_look_at_the_same_moment_one_orders_it(self, site_tree, queue, writer, editor, reviewer):
        together = Barrier(WORKERS)

        def look() -> int:
            together.wait()
            try:
                return order_weeks(MONDAY, SEVEN)
            finally:
                connection.close()

        with ThreadPoolExecutor(WORKERS) as pool:
            counts = [future.result() for future in [pool.submit(look) for _ in range(WORKERS)]]
        assert sum(counts) == 3
        assert ordered() == claimed() == sorted(user.pk for user in (writer, editor, reviewer))

    def test_killed_at_any_statement_the_next_worker_orders_what_is_left(
        self, site_tree, queue, killed_at, writer, editor
    ):
        people = sorted(user.pk for user in (writer, editor))
        for statement in range(100):
            MailRound.objects.all().delete()
            DBTaskResult.objects.all().delete()
            was_killed = killed_at(statement, lambda: order_weeks(MONDAY, SEVEN))
            assert ordered() == claimed(), statement
            order_weeks(MONDAY, SEVEN)
            assert ordered() == claimed() == people, statement
            if not was_killed:
                break
        assert statement > 4
        assert not was_killed
