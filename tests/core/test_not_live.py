"""Why readers do not see a page at a moment."""

from datetime import timedelta

import pytest
from wagtail.models import Page

from blog.models import BlogPostPage
from core.not_live import planned_moments, reasons, why_not_live
from tests.core.privacy import keep_private
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, expiring, planned
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


def said(*pages: Page, moment=TEN, **further) -> list[str]:
    """Why readers do not see these pages at a moment."""
    return [why for _, why in reasons({page.pk: page for page in pages}, moment, **further)]


class ReasonsTests:
    def test_what_readers_see_by_then_is_not_named(self, site_tree, clock):
        assert said(published(BlogPostPage), planned(NINE), planned(TEN)) == []

    def test_each_of_the_others_is_named_with_its_reason_in_order_of_keys(self, site_tree, clock):
        other, later, gone = draft(BlogPostPage), planned(TEN), published(BlogPostPage)
        gone.unpublish()
        pages = {page.pk: page for page in (gone, later, published(BlogPostPage), other)}
        assert list(reasons(pages, NINE)) == [
            (other.pk, "is a draft"),
            (later.pk, "goes live only on Mon 2 Mar 10:00"),
            (gone.pk, "was taken offline"),
        ]

    def test_a_private_page_is_one_unless_that_is_no_news(self, site_tree, clock):
        page = published(BlogPostPage)
        keep_private(page)
        assert said(page) == ["is private"]
        assert said(page, is_private_news=False) == []

    def test_the_number_of_queries_does_not_grow_with_the_pages(self, site_tree, clock, django_assert_num_queries):
        pages = {page.pk: page for page in (draft(BlogPostPage), planned(NINE), published(BlogPostPage))}
        # The schedule and the restrictions.
        with django_assert_num_queries(2):
            assert len(list(reasons(pages, NINE))) == 1


class WhyNotLiveTests:
    def test_what_should_be_live_already_and_is_not_is_said(self, site_tree, clock):
        page = planned(NINE)
        assert why_not_live(page, NINE, TEN) == ""
        clock(NINE + timedelta(minutes=1))
        assert why_not_live(page, NINE, TEN) == "was to go live on Mon 2 Mar 09:00 and is not live yet"

    def test_one_that_ends_and_comes_back_before_then_is_there(self, site_tree, clock):
        page = expiring(published(BlogPostPage), EIGHT + timedelta(minutes=30))
        assert why_not_live(page, NINE, TEN) == ""
        assert why_not_live(page, TEN, NINE) == "goes offline on Mon 2 Mar 08:30"

    def test_one_that_is_gone_and_planned_for_later(self, site_tree, clock):
        page = planned(TEN, expire_at=TEN + timedelta(hours=1))
        assert why_not_live(page, TEN, NINE) == "goes live only on Mon 2 Mar 10:00"


class PlannedMomentsTests:
    def test_only_what_is_planned_has_a_moment(self, site_tree, clock):
        waiting, other = planned(NINE), draft(BlogPostPage)
        assert planned_moments([waiting.pk, other.pk]) == {waiting.pk: NINE}
        assert planned_moments([other.pk]) == planned_moments([]) == {}
