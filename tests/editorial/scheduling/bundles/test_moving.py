"""Moving one page of a bundle."""

import pytest
from wagtail.models import PageLogEntry

from editorial.scheduling import runner
from editorial.scheduling.bundles.moving import scheduled_bundle_of
from editorial.scheduling.moving import move
from editorial.scheduling.resuming import missed, resume
from tests.editorial.scheduling.bundles.launches import launch, logged, planned_revision, shown
from tests.editorial.scheduling.mornings import NINE, TEN, hold_all, planned

pytestmark = pytest.mark.django_db


class MoveTogetherTests:
    def test_all_move(self, site_tree, clock, editor):
        bundle, pages = launch()
        move(planned_revision(pages[1]), TEN, editor)
        bundle.refresh_from_db()
        assert bundle.moment == TEN
        assert [planned_revision(page).approved_go_live_at for page in pages] == [TEN] * 3
        assert logged(pages, "scheduling.move") == [1, 1, 1]
        assert set(PageLogEntry.objects.filter(action="scheduling.move").values_list("user", flat=True)) == {editor.pk}
        clock(NINE)
        assert runner.run() == {}
        clock(TEN)
        assert runner.run() == {"done": 1}
        assert shown(pages) == [True] * 3

    def test_after_a_hold_it_is_asked_about_once_and_goes_as_one(self, site_tree, clock, editor):
        _, pages = launch()
        hold_all(TEN)
        clock(NINE)
        (one,) = missed(NINE)
        assert one.title == "Spring launch"
        assert resume({one.revision: NINE}, editor)
        runner.run()
        assert shown(pages) == [True] * 3


class ScheduledBundleOfTests:
    def test_a_page_by_itself_has_none(self, site_tree, clock):
        assert scheduled_bundle_of(planned_revision(planned(NINE))) is None
