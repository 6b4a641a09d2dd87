"""A worker that dies while it publishes: the page is live after the next run, once, and nothing is lost."""

from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, PageLogEntry

from editorial.scheduling import runner
from editorial.scheduling.models import Attempt
from tests.editorial.scheduling.mornings import EIGHT, NINE, is_live, planned

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def survives(killed_at, queue, site_tree, clock):
    """Kill a worker at one statement and let another one run: whether the first ever came to that statement."""

    def check(statement):
        clock(EIGHT)
        page = planned(NINE)
        clock(NINE)
        tasks = DBTaskResult.objects.count()
        was_killed = killed_at(statement, runner.run)
        was_live = is_live(page)
        # Whole or not at all: what is live is logged, has its tasks, and no schedule any more.
        assert (DBTaskResult.objects.count() > tasks) == was_live
        assert page.revisions.filter(approved_go_live_at__isnull=False).exists() != was_live
        # As soon as the time of what was begun is up.
        clock(NINE + timedelta(seconds=75))
        runner.run()
        assert is_live(page), statement
        assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish.scheduled").count() == 1, statement
        assert type(page).objects.get(pk=page.pk).published_at == NINE
        assert not Attempt.objects.exists()
        assert Page.find_problems() == ([], [], [], [], [])
        return was_killed

    return check


class KilledWhilePublishingTests:
    def test_at_some_statements(self, survives):
        assert [survives(statement) for statement in (0, 3, 8, 20, 40)] == [True] * 5

    @pytest.mark.faults
    def test_at_every_statement(self, survives):
        statement = 0
        while survives(statement):
            statement += 1
        assert statement > 40
        print(f"killed at each of {statement} statements")
