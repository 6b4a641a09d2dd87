"""What editors see of today's schedule."""

from datetime import timedelta
from unittest.mock import Mock

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from blog.models import BlogPostPage
from core.status import FAILED, HELD, OVERDUE
from editorial.scheduling import runner
from editorial.scheduling.models import Kind
from editorial.scheduling.overview import due_of, oldest_overdue, standings, today
from editorial.scheduling.reasons import CUT_OFF
from tests.editorial.scheduling.bundles.launches import scheduled
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, break_revision, expiring, hold_all, item_of, planned
from tests.publication import published
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db


def waits(moment, flag):
    """An item that was due then, with a flag beside it."""
    return Mock(moment=moment, flag=flag)


class StandingsTests:
    def test_they_are_told_of_everything_due_today_the_earliest_first(self, site_tree, clock):
        late, gone = planned(TEN), expiring(published(BlogPostPage), NINE)
        planned(EIGHT + timedelta(days=1))
        found = standings(EIGHT)
        assert [(one.item.kind, one.moment) for one in found] == [(Kind.EXPIRE, NINE), (Kind.GO_LIVE, TEN)]
        assert [one.item.target_id for one in found] == [gone.pk, late.latest_revision_id]

    def test_a_day_is_one_of_the_sites_clock(self, site_tree, clock, settings):
        settings.TIME_ZONE = "Asia/Tokyo"
        planned(EIGHT.replace(hour=14, minute=59))
        planned(EIGHT.replace(hour=15))
        assert [one.moment.hour for one in standings(EIGHT)] == [14]


class OldestOverdueTests:
    def test_what_waits_for_somebody_counts_and_what_is_held_or_to_come_does_not(self):
        found = [waits(EIGHT, HELD), waits(TEN, OVERDUE), waits(NINE, FAILED), waits(EIGHT, None)]
        assert oldest_overdue(found) == NINE
        assert oldest_overdue(found[:1]) is None


class TodayTests:
    def test_failures_come_first_with_their_reason_then_what_is_to_come(self, site_tree, clock, editor):
        late, bad = planned(TEN), break_revision(planned(NINE), contributions=[])
        gone = expiring(published(BlogPostPage), TEN + timedelta(hours=1))
        planned(EIGHT + timedelta(days=1))
        clock(NINE)
        runner.run()
        entries = today(editor, NINE)
        assert [entry.page.pk for entry in entries] == [bad.pk, late.pk, gone.pk]
        assert [bool(entry.failure) for entry in entries] == [True, False, False]
        assert [entry.flag for entry in entries] == [FAILED, None, None]
        assert entries[2].item.kind == Kind.EXPIRE

    def test_what_nobody_tries_is_overdue_after_a_minute(self, site_tree, clock, editor):
        planned(NINE)
        assert [entry.is_overdue for entry in today(editor, NINE)] == [False]
        assert [entry.flag for entry in today(editor, NINE + timedelta(minutes=1))] == [OVERDUE]

    def test_an_item_whose_process_died_says_so_once_its_time_is_up(self, site_tree, clock, editor):
        page = planned(NINE)
        clock(NINE)
        runner.claim(item_of(page), NINE)
        assert [entry.failure for entry in today(editor, NINE)] == [""]
        clock(NINE + timedelta(seconds=75))
        assert [entry.failure for entry in today(editor, timezone.now())] == [CUT_OFF]

    def test_what_failed_still_says_why_while_it_is_tried_again(self, site_tree, clock, editor):
        page = break_revision(planned(NINE), contributions=[])
        clock(NINE)
        runner.run()
        clock(TEN)
        assert runner.claim(item_of(page, tries=1), TEN)
        (entry,) = today(editor, TEN)
        assert entry.flag is FAILED
        assert "author" in entry.failure

    def test_what_is_held_is_neither_overdue_nor_failed(self, site_tree, clock, editor):
        break_revision(planned(NINE), contributions=[])
        clock(NINE)
        runner.run()
        planned(TEN)
        hold_all(TEN + timedelta(hours=1))
        entries = today(editor, TEN + timedelta(minutes=5))
        assert [(entry.flag, entry.failure) for entry in entries] == [(HELD, ""), (HELD, "")]

    def test_nobody_sees_what_they_may_not_edit(self, site_tree, clock):
        planned(NINE)
        assert today(UserFactory(), NINE) == []

    def test_what_is_left_of_a_page_that_is_gone_says_so_to_who_planned_it_and_who_may_hold_all(
        self, site_tree, clock, editor, writer
    ):
        item = item_of(planned(NINE, title="Calm skin"))
        Revision.objects.filter(pk=item.target_id).update(object_id="999999", user=writer)
        clock(NINE)
        assert runner.run() == {"failed": 1}
        for user in (editor, writer):
            (entry,) = today(user, NINE)
            assert (entry.page, entry.title, entry.flag) == (None, "Calm skin", FAILED)
            assert entry.failure.startswith("“Calm skin” no longer exists. Whoever runs the site can bring it back")
            assert entry.address == reverse("wagtailadmin_home")
        assert today(UserFactory(), NINE) == []

    def test_a_bundle_none_of_whose_pages_is_left_says_so(self, site_tree, clock, editor):
        bundle = scheduled(planned(TEN, title="Calm skin"), name="Spring launch")
        for member in bundle.members.all():
            member.page.delete()
        clock(NINE)
        runner.run()
        (entry,) = today(editor, NINE)
        assert (entry.title, entry.flag, entry.failure) == ("Spring launch", FAILED, "“Calm skin” has been deleted.")

    def test_the_number_of_queries_is_the_same_for_one_and_for_many(
        self, site_tree, clock, editor, django_assert_num_queries
    ):
        planned(NINE)
        today(editor, NINE)
        with django_assert_num_queries(10, exact=False):
            today(editor, NINE)
        for _ in range(5):
            planned(NINE)
        with django_assert_num_queries(10, exact=False):
            assert len(today(editor, NINE)) == 6


class DueOfTests:
    def test_it_is_what_should_have_happened_to_one_page(self, site_tree, clock):
        bad, late = break_revision(planned(NINE), contributions=[]), planned(NINE)
        clock(NINE)
        runner.run()
        assert [(entry.item.target_id, entry.flag) for entry in due_of(bad, NINE)] == [(item_of(bad).target_id, FAILED)]
        assert due_of(late, NINE) == []

    def test_going_offline_and_coming_back_are_two_things(self, site_tree, clock):
        page = expiring(published(BlogPostPage), NINE)
        page.go_live_at, page.expire_at = NINE, None
        page.save_revision().publish()
        assert [entry.item.kind for entry in due_of(page, TEN)] == [Kind.EXPIRE, Kind.GO_LIVE]

    def test_what_is_to_come_is_not_due(self, site_tree, clock):
        assert due_of(planned(NINE), EIGHT) == []
