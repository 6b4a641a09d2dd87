"""An item that comes to no end is cut off: it keeps its schedule and no lock, and the next one goes live."""

import time

import pytest
from django.conf import settings
from django.db import transaction
from wagtail.models import Revision
from wagtail.signals import page_published

from editorial.scheduling import runner, step
from editorial.scheduling.models import Attempt
from editorial.scheduling.time_limit import limit_transaction
from tests.editorial.scheduling.mornings import NINE, TEN, is_live, item_of, planned
from tests.faults.meanwhile import holding
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

#: Longer than whoever looks here waits for anything.
LONG = 60


@pytest.fixture
def when_published():
    """``when_published(work)``: something done at each publish of the page “Hangs”."""
    connected = []

    def connect(work):
        def receiver(sender, instance, **kwargs):
            if instance.live and instance.title == "Hangs":
                work()

        connected.append(receiver)
        page_published.connect(receiver)

    yield connect
    for receiver in connected:
        page_published.disconnect(receiver)


@pytest.fixture
def pages(site_tree, clock):
    """A page that hangs, and one that is due after it."""
    pages = planned(NINE, title="Hangs"), planned(TEN)
    clock(TEN)
    return pages


def is_free(revision_id):
    """Whether somebody else may lock a version."""
    with transaction.atomic():
        limit_transaction(lock_timeout=LONG)
        return Revision.objects.select_for_update().filter(pk=revision_id).exists()


class SleeperTests:
    def test_what_sleeps_is_cut_off_stays_due_and_says_why_and_the_next_one_goes_live(
        self, pages, when_published, monkeypatch
    ):
        monkeypatch.setattr(runner, "ITEM_SECONDS", 5)
        when_published(lambda: time.sleep(LONG))
        assert runner.run() == {"failed": 1, "done": 1}
        assert [is_live(page) for page in pages] == [False, True]
        assert Attempt.objects.get().error == "It took longer than 5 seconds and was cut off."
        assert is_free(item_of(pages[0]).target_id)


@pytest.mark.skipif(settings.IS_SQLITE, reason="locks end with the process that has them")
class ServerTests:
    """What Python is done with, PostgreSQL ends."""

    @pytest.fixture
    def somebody(self):
        """A row that somebody else has locked all the time."""
        somebody = UserFactory()
        with holding(somebody):
            yield somebody

    def test_a_query_that_waits_when_it_is_cut_off_keeps_no_lock(self, pages, somebody, when_published, monkeypatch):
        monkeypatch.setattr(runner, "ITEM_SECONDS", 5)
        monkeypatch.setitem(step.SERVER_LIMITS, "lock_timeout", 10)
        when_published(lambda: type(somebody).objects.select_for_update().get(pk=somebody.pk))
        assert runner.run() == {"failed": 1, "done": 1}
        assert [is_live(page) for page in pages] == [False, True]
        assert "was cut off" in Attempt.objects.get().error
        assert is_free(item_of(pages[0]).target_id)

    def test_nothing_waits_for_a_lock_for_as_long_as_an_item_may_take(
        self, pages, somebody, when_published, monkeypatch
    ):
        monkeypatch.setitem(step.SERVER_LIMITS, "lock_timeout", 1)
        when_published(lambda: type(somebody).objects.select_for_update().get(pk=somebody.pk))
        assert runner.run() == {"failed": 1, "done": 1}
        assert "The database did not carry it out" in Attempt.objects.get().error

    def test_a_process_that_says_nothing_more_keeps_no_lock(self, pages, when_published, monkeypatch):
        monkeypatch.setitem(step.SERVER_LIMITS, "idle_in_transaction_session_timeout", 1)
        freed = []

        def hang():
            time.sleep(4)
            freed.append(True)

        when_published(hang)
        assert runner.run() == {"failed": 1, "done": 1}
        assert [is_live(page) for page in pages] == [False, True]
        assert freed
