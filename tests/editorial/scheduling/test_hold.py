"""Holding everything."""

import threading
import time
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import ModelLogEntry
from wagtail.signals import page_published

from blog.models import BlogPostPage
from editorial.scheduling import catch_up, runner
from editorial.scheduling.hold import in_force, may_hold, open_hold, place
from editorial.scheduling.models import Hold
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, expiring, hold_all, is_live, item_of, planned
from tests.publication import publish, published

pytestmark = pytest.mark.django_db

ELEVEN = TEN + timedelta(hours=1)


class PlaceTests:
    def test_everybody_can_be_told_why_by_whom_and_until_when(self, clock, editor):
        hold = place("A dose is wrong", TEN, editor)
        assert open_hold() == hold
        assert (hold.reason, hold.until, hold.placed_by, hold.placed_at) == ("A dose is wrong", TEN, editor, EIGHT)
        assert ModelLogEntry.objects.get(action="scheduling.hold").user == editor

    def test_a_later_one_takes_the_place_of_the_first(self, clock):
        first, second = hold_all(ELEVEN), hold_all(TEN)
        assert open_hold() == second
        first.refresh_from_db()
        assert first.ended_at == EIGHT

    def test_of_two_placed_at_the_same_moment_the_longer_one_counts(self, clock):
        hold_all(TEN)
        longer = Hold.objects.create(reason="Another", until=ELEVEN, placed_at=EIGHT)
        Hold.objects.create(reason="A third", until=NINE, placed_at=EIGHT)
        assert open_hold() == longer


class InForceTests:
    def test_it_lasts_to_its_end_and_stays_open(self, clock):
        hold = hold_all(TEN)
        assert in_force(TEN - timedelta(seconds=1)) == hold
        assert in_force(TEN) is None
        assert open_hold() == hold


class MayHoldTests:
    def test_editors_and_administrators_may_and_nobody_else(self, editor, administrator, writer, reviewer, commerce):
        assert may_hold(editor)
        assert may_hold(administrator)
        assert not any(map(may_hold, [writer, reviewer, commerce]))


class WhileHeldTests:
    """No way of the schedule to readers is open."""

    @pytest.fixture
    def page(self, site_tree, clock):
        """A post planned for nine, now that it is half past nine and all is held."""
        page = planned(NINE)
        hold_all(ELEVEN)
        clock(NINE + timedelta(minutes=30))
        return page

    def test_the_worker_leaves_it(self, page):
        assert runner.run() == {}
        assert not is_live(page)

    @pytest.mark.parametrize("name", ["publish_scheduled", "publish_scheduled_pages"])
    def test_the_command_leaves_it_by_either_name(self, page, name):
        call_command(name)
        assert not is_live(page)

    def test_no_web_process_starts_a_run(self, page):
        assert not catch_up.is_needed()

    def test_what_was_due_before_is_held_as_well(self, site_tree, clock):
        page = planned(NINE)
        clock(TEN)
        hold_all(ELEVEN)
        assert runner.run() == {}
        assert not is_live(page)

    def test_changes_to_a_live_page_wait_too(self, site_tree, clock):
        page = published(BlogPostPage, standfirst="Old")
        page.standfirst, page.go_live_at = "New", NINE
        page.save_revision().publish()
        hold_all(TEN)
        clock(NINE)
        runner.run()
        page.refresh_from_db()
        assert page.standfirst == "Old"

    def test_pages_still_expire(self, site_tree, clock):
        page = expiring(published(BlogPostPage), NINE)
        hold_all(TEN)
        clock(NINE)
        assert runner.run() == {"done": 1}
        assert not is_live(page)

    def test_what_somebody_publishes_by_hand_goes_live(self, page):
        page.go_live_at = None
        assert publish(page).live


@pytest.mark.django_db(transaction=True)
class RaceTests:
    def test_whoever_places_it_waits_for_the_item_that_is_just_going_live(self, site_tree, clock):
        """What is said then is true: nothing goes live after “Everything is held”."""
        page = planned(NINE)
        item, is_at_it, order = item_of(page), threading.Event(), []

        def take_time(instance, **kwargs):
            is_at_it.set()
            time.sleep(0.5)
            order.append("live")

        def go_live():
            runner.attempt(item)
            connection.close()

        clock(NINE)
        page_published.connect(take_time)
        worker = threading.Thread(target=go_live)
        worker.start()
        assert is_at_it.wait(20)
        hold_all(TEN)
        order.append("held")
        worker.join()
        page_published.disconnect(take_time)
        assert order == ["live", "held"]
        assert is_live(page)


class AfterItsEndTests:
    def test_what_missed_its_moment_stays_held_and_what_is_planned_from_then_on_goes_live(self, site_tree, clock):
        missed, later = planned(NINE), planned(TEN)
        hold_all(TEN)
        clock(TEN)
        assert runner.run() == {"done": 1}
        assert (is_live(missed), is_live(later)) == (False, True)
