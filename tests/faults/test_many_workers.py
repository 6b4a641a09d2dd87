"""Several workers at once: everything due is published, nothing twice, and nothing before its moment."""

from collections import Counter
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, PageLogEntry, Revision

from benchmarks import spread
from benchmarks.on_time import histogram, verdict
from blog.models import BlogPostPage
from editorial.scheduling.models import Attempt
from tests.editorial.scheduling.mornings import move, planned
from tests.faults.conftest import wait_until

pytestmark = pytest.mark.django_db(transaction=True)

LOG = "wagtail.publish.scheduled"


def crowd(count):
    """Posts that all become due at one and the same moment, in a few seconds."""
    tomorrow = timezone.now() + timedelta(days=1)
    pages = [planned(tomorrow) for _ in range(count)]
    DBTaskResult.objects.all().delete()
    moment = timezone.now() + timedelta(seconds=count / 25)
    for revision in Revision.objects.filter(approved_go_live_at=tomorrow):
        move(revision, moment)
    return pages


def counts_of(pages, workers):
    """How often each page was logged, announced and queued for indexing: a set of all numbers there are."""
    keys = {page.pk for page in pages}
    logged = Counter(PageLogEntry.objects.filter(action=LOG).values_list("page_id", flat=True))
    announced = Counter(workers.published())
    tasks = DBTaskResult.objects.filter(task_path__endswith="update_reference_index_task")
    queued = Counter(int(task.args_kwargs["args"][2]) for task in tasks)
    return {(logged[key], announced[key], queued[key]) for key in keys}


@pytest.fixture
def once(site_tree, queue, workers):
    """``once(pages, processes)``: publish a crowd, and check that each of it went live once."""

    def check(pages, processes):
        workers.start(processes)
        expected = crowd(pages)
        keys = [page.pk for page in expected]
        wait_until(lambda: BlogPostPage.objects.filter(pk__in=keys, live=True).count() == pages)
        wait_until(lambda: not Attempt.objects.exists())
        workers.stop()
        assert counts_of(expected, workers) == {(1, 1, 1)}
        assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
        assert Page.find_problems() == ([], [], [], [], [])

    return check


class ManyWorkersTests:
    def test_two_publish_each_page_once(self, once):
        once(pages=12, processes=2)

    @pytest.mark.faults
    @pytest.mark.parametrize("processes", [2, 4, 8])
    def test_many_publish_many_pages_once(self, once, processes):
        once(pages=100 if settings.IS_SQLITE else 500, processes=processes)
        print(f"{processes} workers: each page published, logged and queued exactly once")


class OnTimeTests:
    def test_pages_due_at_random_seconds_are_live_from_then_on(self, site_tree, queue, workers, monkeypatch):
        monkeypatch.setattr(spread, "HEAD_START", 2)
        pages = [planned(timezone.now() + timedelta(days=1)) for _ in range(10)]
        workers.start(2)
        late = spread.lateness(spread.spread(seconds=10))
        # How late is for `make bench` to judge, on a machine that does nothing else.
        print("\n".join([*histogram(late), verdict(late)[1]]))
        assert None not in late
        assert min(late) >= 0
        workers.stop()
        assert sorted(workers.published()) == sorted(page.pk for page in pages)
