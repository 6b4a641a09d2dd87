"""One due item, carried out."""

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, PageLogEntry, Revision

from blog.models import BlogPostPage
from core.publishing import PublishRefused
from editorial.scheduling.due import DueItem
from editorial.scheduling.models import Attempt, Kind, PlannedPage
from editorial.scheduling.reasons import CannotGoLiveError
from editorial.scheduling.step import Outcome, carry_out
from tests.editorial.scheduling.mornings import (
    EIGHT,
    NINE,
    TEN,
    break_revision,
    expiring,
    hold_all,
    is_live,
    item_of,
    planned,
)
from tests.publication import published

pytestmark = pytest.mark.django_db


def expiry_of(page):
    """The due item of a page that expires."""
    return DueItem(Kind.EXPIRE, page.pk, page.expire_at)


class GoLiveTests:
    def test_the_page_is_live_at_its_planned_time_logged_once_with_its_dates_put_away(self, site_tree, clock):
        page = planned(NINE)
        clock(TEN)
        assert carry_out(item_of(page), TEN) is Outcome.DONE
        page.refresh_from_db()
        assert (page.live, page.published_at, page.first_published_at, page.go_live_at) == (True, NINE, NINE, None)
        assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()
        assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish.scheduled").count() == 1

    def test_its_attempt_is_forgotten_with_it(self, site_tree, clock):
        item = item_of(planned(NINE))
        Attempt.objects.create(kind=item.kind, target_id=item.target_id, started_at=NINE, next_try_at=TEN)
        clock(NINE)
        carry_out(item, NINE)
        assert not Attempt.objects.exists()

    def test_what_was_unscheduled_meanwhile_stays_a_draft(self, site_tree, clock):
        page = planned(NINE)
        item = item_of(page)
        page.revisions.update(approved_go_live_at=None)
        clock(NINE)
        assert carry_out(item, NINE) is Outcome.NOT_DUE
        assert not is_live(page)

    def test_what_was_moved_to_a_later_time_waits(self, site_tree, clock):
        page = planned(NINE)
        item = item_of(page)
        page.revisions.filter(approved_go_live_at=NINE).update(approved_go_live_at=TEN)
        clock(NINE)
        assert carry_out(item, NINE) is Outcome.NOT_DUE
        assert not is_live(page)

    def test_what_may_not_go_live_keeps_its_schedule(self, site_tree, clock):
        page = break_revision(planned(NINE), contributions=[])
        item = item_of(page)
        clock(NINE)
        with pytest.raises(PublishRefused):
            carry_out(item, NINE)
        assert not is_live(page)
        assert item_of(page) == item

    def test_what_expired_before_it_could_go_live_is_never_shown(self, site_tree, clock):
        page = break_revision(planned(NINE), expire_at=NINE.isoformat())
        clock(TEN)
        with pytest.raises(PublishRefused, match="was to go offline"):
            carry_out(item_of(page), TEN)
        assert not is_live(page)

    def test_what_is_held_since_it_was_listed_waits_and_keeps_its_attempt(self, site_tree, clock):
        page = planned(NINE)
        item = item_of(page)
        Attempt.objects.create(kind=item.kind, target_id=item.target_id, started_at=NINE, next_try_at=TEN)
        hold_all(TEN)
        clock(NINE)
        assert carry_out(item, NINE) is Outcome.HELD
        assert not is_live(page)
        assert Attempt.objects.exists()

    def test_a_kind_of_page_that_no_longer_exists_is_said(self, site_tree, clock):
        item = item_of(planned(NINE))
        lost = ContentType.objects.create(app_label="blog", model="forgottenpage")
        Revision.objects.filter(pk=item.target_id).update(content_type=lost)
        clock(NINE)
        with pytest.raises(CannotGoLiveError, match="of a kind that no longer exists"):
            carry_out(item, NINE)

    def test_a_page_that_no_longer_exists_is_said(self, site_tree, clock):
        item = item_of(planned(NINE))
        Revision.objects.filter(pk=item.target_id).update(object_id="999999")
        clock(NINE)
        with pytest.raises(CannotGoLiveError, match="no longer exists"):
            carry_out(item, NINE)

    def test_the_tree_is_sound_when_a_page_was_moved_and_a_child_added_meanwhile(self, site_tree, clock):
        page = planned(NINE)
        item = item_of(page)
        published(BlogPostPage)
        clock(NINE)
        carry_out(item, NINE)
        assert Page.find_problems() == ([], [], [], [], [])


class ExpireTests:
    def test_the_page_goes_offline_with_its_dates_put_away_and_can_go_live_again(self, site_tree, clock):
        page = expiring(published(BlogPostPage), NINE)
        clock(NINE)
        assert carry_out(expiry_of(page), NINE) is Outcome.DONE
        page = BlogPostPage.objects.get(pk=page.pk)
        assert (page.live, page.expired, page.expire_at) == (False, True, None)
        page.get_latest_revision().publish()
        assert is_live(page)
        assert BlogPostPage.objects.get(pk=page.pk).expire_at is None

    def test_what_is_planned_for_later_stays_planned(self, site_tree, clock):
        page = expiring(published(BlogPostPage), NINE)
        page.expire_at, page.go_live_at = None, TEN
        page.save_revision().publish()
        clock(NINE)
        carry_out(expiry_of(BlogPostPage.objects.get(pk=page.pk)), NINE)
        assert not is_live(page)
        assert item_of(page).moment == TEN

    def test_its_return_stays_on_the_calendar_though_a_newer_draft_has_no_date(self, site_tree, clock):
        page = expiring(published(BlogPostPage), NINE)
        page.expire_at, page.go_live_at = None, TEN
        page.save_revision().publish()
        page.go_live_at, page.standfirst = None, "Newer words."
        page.save_revision()
        clock(NINE)
        assert carry_out(expiry_of(BlogPostPage.objects.get(pk=page.pk)), NINE) is Outcome.DONE
        assert PlannedPage.objects.get(page=page.pk).moment == TEN

    def test_a_page_that_got_more_time_stays(self, site_tree, clock):
        page = expiring(published(BlogPostPage), NINE)
        item = expiry_of(page)
        Page.objects.filter(pk=page.pk).update(expire_at=TEN)
        clock(NINE)
        assert carry_out(item, NINE) is Outcome.NOT_DUE
        assert is_live(page)

    def test_nothing_happens_before_its_time(self, site_tree, clock):
        page = expiring(published(BlogPostPage), NINE)
        assert carry_out(expiry_of(page), EIGHT) is Outcome.NOT_DUE

    def test_what_is_overdue_itself_stays_planned(self, site_tree, clock):
        page = expiring(published(BlogPostPage), NINE)
        page.expire_at, page.go_live_at = None, TEN
        page.save_revision().publish()
        clock(TEN)
        carry_out(expiry_of(BlogPostPage.objects.get(pk=page.pk)), TEN)
        assert item_of(page).moment == TEN
