"""Clocks that jump, stop and go back: nothing is live early or twice, and everything in the order of its moments."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from wagtail.models import Page, PageLogEntry
from wagtail.users.models import UserProfile

from blog.models import BlogPostPage
from editorial.scheduling import runner
from editorial.scheduling.models import Attempt
from tests.edit_form import PUBLISH, edit_url, opened
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, break_revision, expiring, is_live, item_of, planned
from tests.publication import draft, published

pytestmark = pytest.mark.django_db

LOG = "wagtail.publish.scheduled"
SECOND, HALF_HOUR, HOUR = timedelta(seconds=1), timedelta(minutes=30), timedelta(hours=1)

#: The moments at which clocks are changed, forwards and back; Tokyo's and UTC's never are.
CHANGES = [
    ("Europe/London", datetime(2026, 3, 29, 1, tzinfo=UTC)),
    ("Europe/London", datetime(2026, 10, 25, 1, tzinfo=UTC)),
    ("America/New_York", datetime(2026, 3, 8, 7, tzinfo=UTC)),
    ("America/New_York", datetime(2026, 11, 1, 6, tzinfo=UTC)),
    # By half an hour.
    ("Australia/Lord_Howe", datetime(2026, 4, 4, 15, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 10, 3, 15, 30, tzinfo=UTC)),
    ("Asia/Tokyo", datetime(2026, 3, 29, 1, tzinfo=UTC)),
    ("UTC", datetime(2026, 3, 29, 1, tzinfo=UTC)),
]


@pytest.fixture
def zone(settings):
    """``zone(name)``: the site's clock hangs in a zone."""

    def hang(name):
        settings.TIME_ZONE = name
        settings.WAGTAIL_USER_TIME_ZONES = [name]
        return ZoneInfo(name)

    return hang


def order_of_publication():
    """The pages the schedule has published, first one first."""
    return list(PageLogEntry.objects.filter(action=LOG).order_by("pk").values_list("page_id", flat=True))


class ChangedClocksTests:
    @pytest.mark.parametrize(("name", "change"), CHANGES)
    def test_what_is_planned_around_the_change_is_live_at_its_second(self, site_tree, clock, zone, name, change):
        local = zone(name)
        moments = [change + HALF_HOUR * step for step in range(-3, 4)]
        clock(moments[0] - timedelta(days=1))
        pages = {moment: planned(moment.astimezone(local)) for moment in reversed(moments)}
        for done, moment in enumerate(moments):
            clock(moment - SECOND)
            assert runner.run() == {}
            clock(moment)
            assert runner.run() == {"done": 1}
            assert order_of_publication() == [pages[one].pk for one in moments[: done + 1]]
            assert BlogPostPage.objects.get(pk=pages[moment].pk).published_at == moment

    @pytest.mark.parametrize(("name", "change"), CHANGES[:2])
    def test_the_hour_that_comes_twice_is_two_hours(self, site_tree, clock, zone, name, change):
        local = zone(name)
        first, second = ((change + step).astimezone(local) for step in (-HALF_HOUR, HALF_HOUR))
        clock(change - timedelta(days=1))
        later, sooner = planned(second), planned(first)
        clock(change)
        runner.run()
        assert (is_live(sooner), is_live(later)) == (True, False)


class ZonesTests:
    @pytest.mark.parametrize("own", ["Asia/Tokyo", "America/New_York", ""])
    def test_nine_is_nine_on_the_sites_clock_wherever_the_editor_is(self, site_tree, clock, editor, editor_client, own):
        UserProfile.objects.update_or_create(user=editor, defaults={"current_time_zone": own})
        page = draft(BlogPostPage, owner=editor)
        data = opened(editor_client, edit_url(page)) | PUBLISH | {"go_live_at": "2026-07-01 09:00"}
        editor_client.post(edit_url(page), data)
        assert item_of(page).moment == datetime(2026, 7, 1, 8, tzinfo=UTC)


class SetBackTests:
    def test_what_is_live_stays_and_is_not_published_again(self, site_tree, clock):
        page, later = planned(NINE), planned(TEN)
        clock(NINE)
        runner.run()
        for moment in (EIGHT, NINE, TEN - SECOND):
            clock(moment)
            assert runner.run() == {}
        assert (is_live(page), is_live(later)) == (True, False)
        clock(TEN)
        assert runner.run() == {"done": 1}
        assert order_of_publication() == [page.pk, later.pk]

    def test_what_failed_before_is_not_tried_before_its_moment(self, site_tree, clock):
        page = planned(NINE)
        whole = {"contributions": page.get_latest_revision().content["contributions"]}
        break_revision(page, contributions=[])
        clock(NINE)
        runner.run()
        break_revision(page, **whole)
        clock(EIGHT)
        assert runner.run() == {}
        clock(NINE + timedelta(minutes=1))
        assert runner.run() == {"done": 1}

    def test_what_a_dead_worker_began_is_taken_up_once_its_time_has_come_again(self, site_tree, clock):
        page = planned(NINE)
        clock(TEN)
        runner.claim(item_of(page), TEN)
        clock(NINE)
        runner.run()
        clock(TEN + timedelta(minutes=3))
        runner.run()
        assert is_live(page)
        assert order_of_publication() == [page.pk]
        assert not Attempt.objects.exists()


class DownForAWeekTests:
    def test_everything_is_made_up_for_in_the_order_of_its_moments(self, site_tree, clock):
        moments = [NINE + timedelta(days=day, hours=7 * day % 5) for day in (5, 0, 3, 6, 1, 2, 4)]
        pages = {moment: planned(moment) for moment in moments}
        clock(NINE + timedelta(days=8))
        assert runner.run() == {"done": len(pages)}
        assert order_of_publication() == [pages[moment].pk for moment in sorted(moments)]
        shown = BlogPostPage.objects.filter(pk__in=[page.pk for page in pages.values()])
        assert sorted(shown.values_list("published_at", flat=True)) == sorted(moments)
        assert Page.find_problems() == ([], [], [], [], [])

    def test_a_page_whose_whole_time_went_by_is_never_shown(self, site_tree, clock):
        page = draft(BlogPostPage, expire_at=TEN)
        page.go_live_at = NINE
        page.save_revision().publish()
        clock(NINE + timedelta(days=7))
        assert runner.run() == {"failed": 1}
        assert not is_live(page)
        assert "was to go offline" in Attempt.objects.get().error

    def test_what_went_offline_in_between_and_is_to_return_returns(self, site_tree, clock):
        page = expiring(published(BlogPostPage), NINE)
        page.expire_at, page.go_live_at = None, TEN
        page.save_revision().publish()
        clock(TEN + timedelta(days=7))
        assert runner.run() == {"done": 2}
        assert is_live(page)
        assert timezone.now() == TEN + timedelta(days=7)
