"""The end of a bundle."""

from datetime import timedelta

import pytest
from wagtail.models import Page

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.shown import state_of
from core.status import LIVE, LIVE_CHANGES, RETIRED, status_of
from editorial.scheduling import runner
from editorial.scheduling.models import Attempt, BundleMember
from home.models import HomePage
from tests.editorial.scheduling.bundles.launches import changed_condition, launch, logged, scheduled
from tests.editorial.scheduling.mornings import NINE, TEN, is_live
from tests.publication import publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def running(site_tree, clock):
    """A launch of three pages that is live, and ends at ten: pages, and their states from before."""
    _, pages = launch(ends_at=TEN)
    before = [state_of(page.pk) for page in pages]
    clock(NINE)
    assert runner.run() == {"done": 1}
    return pages, before


def report_of(page):
    """What is said of a page after the end."""
    return BundleMember.objects.get(page=page.pk).report


class EndTogetherTests:
    def test_readers_see_exactly_what_they_saw_before(self, running, clock):
        pages, before = running
        clock(TEN - timedelta(seconds=1))
        assert runner.run() == {}
        clock(TEN)
        assert runner.run() == {"done": 1}
        assert not is_live(pages[0])
        assert [state_of(page.pk)["rows"] for page in pages[1:]] == [state["rows"] for state in before[1:]]
        assert (ConditionPage.objects.get().standfirst, HomePage.objects.get().heading) == ("Old words", "Old promise")
        assert logged(pages, "bundles.end") == [1, 1, 1]
        assert [report_of(page) for page in pages] == [""] * 3
        assert not BundleMember.objects.filter(is_open=True).exists()

    def test_what_the_bundle_brought_is_a_draft_again_without_its_date(self, running, clock):
        pages, _ = running
        clock(TEN)
        runner.run()
        assert status_of(Page.objects.get(pk=pages[0].pk)) is RETIRED
        condition = ConditionPage.objects.get()
        assert status_of(condition) is LIVE_CHANGES
        latest = condition.get_latest_revision_as_object()
        assert (latest.standfirst, latest.go_live_at) == ("New words", None)

    def test_readers_are_told_of_no_change(self, site_tree, clock):
        page = changed_condition()
        page = page.get_latest_revision_as_object()
        page.change_kind, page.change_note = "update", "New advice"
        page.save_revision()
        scheduled(page, ends_at=TEN)
        clock(NINE)
        runner.run()
        assert ConditionPage.objects.get().changes.count() == 1
        clock(TEN)
        runner.run()
        row = ConditionPage.objects.get()
        assert (row.changes.count(), row.updated_at) == (0, None)

    def test_what_was_published_by_hand_since_stays_and_is_reported(self, running, clock):
        page = ConditionPage.objects.get()
        page.standfirst = "By hand"
        clock(NINE + timedelta(minutes=5))
        publish(page)
        clock(TEN)
        assert runner.run() == {"done": 1}
        row = ConditionPage.objects.get()
        assert (row.standfirst, status_of(row)) == ("By hand", LIVE)
        assert report_of(page) == "Something newer was published since, and stays."
        assert HomePage.objects.get().heading == "Old promise"
        assert logged([page], "bundles.kept") == [1]

    def test_what_is_offline_or_deleted_by_then_is_reported(self, running, clock):
        pages, _ = running
        member = BundleMember.objects.get(page=pages[0].pk)
        BlogPostPage.objects.get(pk=pages[0].pk).delete()
        ConditionPage.objects.get().unpublish()
        clock(TEN)
        assert runner.run() == {"done": 1}
        member.refresh_from_db()
        assert (member.title, member.report) == ("New balm", "It was deleted before the end.")
        assert report_of(pages[1]) == "It was taken offline before the end, and stays so."
        assert not is_live(pages[1])

    def test_a_draft_written_since_stays_one_and_a_plan_is_kept(self, running, clock):
        page = ConditionPage.objects.get().get_latest_revision_as_object()
        clock(NINE + timedelta(minutes=5))
        page.standfirst, page.go_live_at = "Planned", TEN + timedelta(hours=1)
        page.save_revision().publish()
        clock(TEN)
        runner.run()
        assert ConditionPage.objects.get().standfirst == "Old words"
        clock(TEN + timedelta(hours=1))
        assert runner.run() == {"done": 1}
        assert ConditionPage.objects.get().standfirst == "Planned"

    def test_one_that_cannot_go_back_keeps_all_and_is_named(self, running, clock):
        pages, _ = running
        BundleMember.objects.get(page=pages[1].pk).reverts_to.delete()
        clock(TEN)
        assert runner.run() == {"failed": 1}
        assert "“Milia” has no version to go back to" in Attempt.objects.get().error
        assert [is_live(page) for page in pages] == [True] * 3
        assert HomePage.objects.get().heading == "New promise"
