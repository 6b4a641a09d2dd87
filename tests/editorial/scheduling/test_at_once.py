"""What somebody wants done at once."""

import threading

import pytest
from wagtail.models import PageLogEntry

from blog.models import BlogPostPage
from editorial.scheduling import at_once, runner
from editorial.scheduling.at_once import Trial, run_at_once, try_at_once
from editorial.scheduling.due import due
from editorial.scheduling.models import Attempt
from tests.editorial.scheduling.bundles.launches import launch, new_post, scheduled
from tests.editorial.scheduling.mornings import (
    NINE,
    TEN,
    break_revision,
    expiring,
    is_live,
    item_of,
    planned,
)
from tests.publication import published

pytestmark = pytest.mark.django_db

THROUGH = Trial(is_through=True, reason="")
NEITHER = Trial(is_through=False, reason="")


class TryAtOnceTests:
    def test_a_page_goes_live_and_another_that_is_due_is_left_alone(self, site_tree, clock, editor):
        page, other = planned(NINE), planned(NINE)
        clock(NINE)
        assert try_at_once(item_of(page), editor) == THROUGH
        assert (is_live(page), is_live(other)) == (True, False)
        assert PageLogEntry.objects.get(page=page.pk, action="wagtail.publish.scheduled").user == editor

    def test_a_page_goes_offline(self, site_tree, clock, editor):
        page = expiring(published(BlogPostPage), NINE)
        clock(NINE)
        assert try_at_once(due(NINE)[0], editor) == THROUGH
        assert not is_live(page)

    def test_a_bundle_goes_live_and_ends(self, site_tree, clock, editor):
        scheduled(new_post(), ends_at=TEN)
        clock(NINE)
        assert try_at_once(due(NINE)[0], editor) == THROUGH
        clock(TEN)
        assert try_at_once(due(TEN)[0], editor) == THROUGH
        assert due(TEN) == []

    def test_what_waits_for_its_next_try_does_not_wait(self, site_tree, clock, editor):
        page = break_revision(planned(NINE), contributions=[])
        clock(NINE)
        runner.run()
        assert runner.run() == {}
        assert "author" in try_at_once(due(NINE)[0], editor).reason
        assert Attempt.objects.get().count == 2
        assert not is_live(page)

    def test_what_somebody_is_at_has_no_answer_yet(self, site_tree, clock, editor):
        page = break_revision(planned(NINE), contributions=[])
        clock(NINE)
        runner.run()
        Attempt.objects.update(is_running=True, next_try_at=TEN)
        assert try_at_once(due(NINE)[0], editor) == NEITHER
        assert item_of(page)

    def test_what_somebody_unscheduled_is_not_taken_for_live(self, site_tree, clock, editor):
        page, (bundle, _) = planned(NINE), launch()
        clock(NINE)
        items = due(NINE)
        page.revisions.update(approved_go_live_at=None)
        type(bundle).objects.update(moment=None)
        assert [try_at_once(item, editor) for item in items] == [NEITHER, NEITHER]

    def test_a_version_that_is_live_and_planned_once_more_is_not_through(self, site_tree, clock):
        page = published(BlogPostPage)
        page.revisions.update(approved_go_live_at=NINE)
        assert not at_once.is_through(item_of(page))


class RunAtOnceTests:
    @pytest.fixture
    def runs(self, settings, monkeypatch):
        """The runs that were started, none of which ends before the test does."""
        settings.SCHEDULE_RUNS_APART = True
        started, over = [], threading.Event()

        def start_run(*arguments):
            started.append(arguments)
            over.wait(60)

        monkeypatch.setattr(at_once, "start_run", start_run)
        monkeypatch.setattr(at_once, "PATIENCE_SECONDS", 0.1)
        yield started
        over.set()

    def test_the_answer_does_not_wait_for_a_run_that_hangs(self, site_tree, clock, editor, runs):
        page = planned(NINE)
        clock(NINE)
        assert try_at_once(item_of(page), editor) == NEITHER
        assert runs == [("--only", "go_live", str(item_of(page).target_id), "--by", str(editor.pk))]

    def test_everything_that_is_due_is_one_run(self, runs):
        run_at_once()
        assert runs == [()]

    def test_in_tests_it_is_done_in_place(self, site_tree, clock):
        pages = planned(NINE), planned(NINE)
        clock(NINE)
        run_at_once()
        assert all(map(is_live, pages))
