"""The window between going live and expiring."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import BlogPostPage
from core.publication_window import planned_moment, put_away_used_dates, window_is_open, without_used_dates
from core.publishing import PublishRefused
from tests.publication import draft, published

pytestmark = pytest.mark.django_db

NOW = timezone.now()
HOUR = timedelta(hours=1)


class WindowIsOpenTests:
    @pytest.mark.parametrize(("expire_at", "is_refused"), [(None, False), (NOW + HOUR, False), (NOW - HOUR, True)])
    def test_a_window_that_is_over_is_refused_at_the_expiry(self, expire_at, is_refused):
        problems = list(window_is_open(BlogPostPage(expire_at=expire_at), NOW))
        assert [problem.where for problem in problems] == ["expire_at"] * is_refused

    def test_an_expiry_before_the_planned_moment_is_refused_today(self):
        assert list(window_is_open(BlogPostPage(expire_at=NOW + HOUR), NOW + 2 * HOUR))

    def test_no_path_shows_a_page_whose_time_is_over(self, site_tree):
        page = draft(BlogPostPage)
        page.expire_at = NOW - HOUR
        with pytest.raises(PublishRefused):
            page.save_revision().publish()


class PutAwayTests:
    def test_a_go_live_date_is_used_by_going_live(self):
        page = BlogPostPage(live=True, go_live_at=NOW - HOUR, expire_at=NOW + HOUR)
        put_away_used_dates(page, NOW)
        assert (page.go_live_at, page.expire_at) == (None, NOW + HOUR)

    def test_an_expiry_is_used_by_expiring(self):
        page = BlogPostPage(live=False, expired=True, expire_at=NOW - HOUR, go_live_at=NOW + HOUR)
        put_away_used_dates(page, NOW)
        assert (page.go_live_at, page.expire_at) == (NOW + HOUR, None)

    def test_dates_to_come_stay(self):
        page = BlogPostPage(live=False, go_live_at=NOW - HOUR, expire_at=NOW - HOUR)
        put_away_used_dates(page, NOW)
        assert (page.go_live_at, page.expire_at) == (NOW - HOUR, NOW - HOUR)


class WithoutUsedDatesTests:
    def test_a_version_forgets_what_its_page_has_used(self):
        row = BlogPostPage(last_published_at=NOW, expired=True)
        page = without_used_dates(BlogPostPage(go_live_at=NOW - HOUR, expire_at=NOW - HOUR), row, NOW)
        assert (page.go_live_at, page.expire_at) == (None, None)

    def test_a_version_that_still_waits_keeps_its_dates(self):
        row = BlogPostPage(last_published_at=NOW - 2 * HOUR)
        page = without_used_dates(BlogPostPage(go_live_at=NOW - HOUR, expire_at=NOW - HOUR), row, NOW)
        assert (page.go_live_at, page.expire_at) == (NOW - HOUR, NOW - HOUR)

    def test_a_version_planned_for_after_the_page_expired_keeps_its_end(self):
        row = BlogPostPage(last_published_at=NOW - 2 * HOUR, expired=True)
        page = without_used_dates(BlogPostPage(go_live_at=NOW - HOUR, expire_at=NOW - HOUR / 2), row, NOW)
        assert (page.go_live_at, page.expire_at) == (NOW - HOUR, NOW - HOUR / 2)

    def test_an_end_meant_for_the_return_of_an_expired_page_is_no_used_one(self, site_tree, clock):
        began = timezone.now()
        page = published(BlogPostPage, expire_at=began + HOUR)
        clock(began + HOUR)
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        page = BlogPostPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        assert page.expire_at is None
        page.expire_at = began + 2 * HOUR
        revision = page.save_revision()
        clock(began + 3 * HOUR)
        with pytest.raises(PublishRefused):
            type(revision).objects.get(pk=revision.pk).publish()

    def test_the_form_of_a_page_that_went_live_as_planned_opens_without_a_past_date(self, site_tree):
        page = published(BlogPostPage, go_live_at=NOW - HOUR)
        assert page.get_latest_revision_as_object().go_live_at is None


class PlannedMomentTests:
    @pytest.mark.parametrize(("go_live_at", "is_planned"), [(None, False), (NOW - HOUR, False), (NOW + HOUR, True)])
    def test_a_revision_names_its_moment_as_long_as_that_is_to_come(self, site_tree, go_live_at, is_planned):
        page = draft(BlogPostPage)
        page.go_live_at = go_live_at
        made = page.save_revision(clean=False)
        # As it was made, and as it is read again.
        for revision in (made, type(made).objects.get(pk=made.pk)):
            planned = planned_moment(revision, NOW)
            assert (planned is not None) == is_planned
            assert not is_planned or abs(planned - go_live_at) < timedelta(milliseconds=1)
