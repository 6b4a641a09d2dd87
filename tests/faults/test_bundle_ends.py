"""The end of a bundle under fault: readers see what they saw, and nobody moves what is ending."""

from datetime import timedelta

import pytest
from django.conf import settings

from conditions.models import ConditionPage
from core.shown import state_of
from editorial.scheduling import runner
from editorial.scheduling.bundles.moving_end import move_end
from editorial.scheduling.models import BundleMember
from home.models import HomePage
from tests.editorial.scheduling.bundles.launches import launch, planned_revision, shown
from tests.editorial.scheduling.mornings import NINE, TEN, break_revision
from tests.faults.meanwhile import meanwhile

pytestmark = pytest.mark.django_db(transaction=True)

FIVE_MINUTES = timedelta(minutes=5)


class EndTests:
    def test_readers_see_what_they_saw_whatever_failed_on_the_way(self, site_tree, clock):
        _, pages = launch(ends_at=TEN)
        before = [state_of(page.pk)["rows"] for page in pages[1:]]
        broken = planned_revision(pages[0]).content["contributions"]
        break_revision(pages[0], contributions=[])
        clock(NINE)
        assert runner.run() == {"failed": 1}
        break_revision(pages[0], contributions=broken)
        clock(NINE + FIVE_MINUTES)
        assert runner.run() == {"done": 1}
        clock(TEN)
        assert runner.run() == {"done": 1}
        assert [state_of(page.pk)["rows"] for page in pages[1:]] == before
        assert (ConditionPage.objects.get().standfirst, HomePage.objects.get().heading) == ("Old words", "Old promise")
        assert not BundleMember.objects.filter(is_open=True).exists()


@pytest.mark.skipif(settings.IS_SQLITE, reason="SQLite lets one writer in at a time")
class EndMovedMeanwhileTests:
    @pytest.fixture
    def due(self, site_tree, clock):
        """A launch of three pages whose end is due."""
        bundle, pages = launch(ends_at=TEN)
        clock(NINE)
        runner.run()
        clock(TEN)
        return bundle, pages

    def move(self, bundle):
        """Somebody lets it end an hour later."""
        return lambda: move_end(bundle.pk, TEN, TEN + timedelta(hours=1), bundle.created_by)

    def test_whoever_moves_it_while_it_ends_is_told_that_it_has(self, due):
        bundle, pages = due
        with meanwhile("FOR NO KEY UPDATE OF", self.move(bundle)) as somebody:
            assert runner.run() == {"done": 1}
        assert "has ended already" in str(somebody.result)
        assert shown(pages) == [False] * 3

    def test_what_is_being_moved_does_not_end_meanwhile(self, due, clock):
        bundle, pages = due
        with meanwhile('UPDATE "editorial_scheduling_bundle"', runner.run) as worker:
            self.move(bundle)()
        assert worker.result == {"somebody else has it": 1}
        assert (runner.run(), shown(pages)) == ({}, [True] * 3)
        clock(TEN + timedelta(hours=1))
        assert runner.run() == {"done": 1}
        assert shown(pages) == [False] * 3
