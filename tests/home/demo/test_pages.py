"""Pages come into the state their content file plans, and never over somebody's own."""

from datetime import time

import pytest
from django.utils import timezone

from blog.models import BlogPostPage
from home.demo.content import Entry
from home.demo.finder import Finder
from home.demo.pages import load_pages, moment
from home.models import StandardPage
from tests.blog.factories import BlogPostPageFactory


def entry(address: str, plan: dict | None = None, **fields) -> Entry:
    """A page as it could stand in a content file."""
    return Entry(address, {"title": "Oil", "has_organisation_byline": True, "standfirst": "Why.", **fields}, plan or {})


class MomentTests:
    def test_it_is_a_time_of_day_so_many_days_away(self, settings):
        settings.TIME_ZONE = "Europe/London"
        found = timezone.localtime(moment(-2, time(9)))
        assert (found.hour, (timezone.localdate() - found.date()).days) == (9, 2)


@pytest.mark.django_db
class LoadPagesTests:
    def test_a_page_is_live_at_its_date(self):
        load_pages(Finder(), {}, [entry("blog/oil", {"days_ago": 5}, body=[{"text": "Hello."}])])
        page = BlogPostPage.objects.get()
        assert page.live and page.live_revision_id
        assert page.published_at == page.first_published_at == moment(-5, time(9))

    def test_a_draft_stays_a_draft(self):
        load_pages(Finder(), {}, [entry("blog/oil", {"state": "draft"})])
        assert not BlogPostPage.objects.get().live

    def test_a_scheduled_page_waits_for_its_day(self):
        load_pages(Finder(), {}, [entry("blog/oil", {"state": "scheduled", "in_days": 2}, body=[{"text": "Hello."}])])
        page = BlogPostPage.objects.get()
        assert not page.live
        assert page.scheduled_revision.approved_go_live_at == moment(2, time(9))

    def test_an_editors_own_page_at_the_address_is_left_alone(self):
        own = BlogPostPageFactory(slug="oil", title="Mine")
        assert load_pages(Finder(), {}, [entry("blog/oil")]) == 0
        assert BlogPostPage.objects.get().latest_revision_id == own.latest_revision_id

    def test_a_fixed_page_nobody_has_written_is_filled(self):
        load_pages(Finder(), {}, [entry("privacy", body=[{"text": "Nothing is kept."}])])
        assert StandardPage.objects.get(slug="privacy").standfirst == "Why."

    def test_a_fixed_page_somebody_has_written_is_left_alone(self, editor):
        StandardPage.objects.get(slug="privacy").save_revision(user=editor)
        assert load_pages(Finder(), {}, [entry("privacy")]) == 0
