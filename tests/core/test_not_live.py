"""Why readers do not see a page at a moment."""

from datetime import timedelta

import pytest
from wagtail.models import Page

from blog.models import BlogPostPage
from core import not_live
from core.not_live import Coming, coming_versions, reasons, register_ends, why_not_live
from tests.core.privacy import keep_private
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, expiring, planned
from tests.publication import draft, published

pytestmark = pytest.mark.django_db
HALF_PAST_EIGHT = EIGHT + timedelta(minutes=30)


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
        # The schedule, the restrictions and the bundles.
        with django_assert_num_queries(3):
            assert len(list(reasons(pages, NINE))) == 1


class RegisterEndsTests:
    def test_an_end_that_neither_row_nor_version_knows_is_asked_of_whoever_does(self, site_tree, clock, monkeypatch):
        monkeypatch.setattr(not_live, "_finders", [])
        page, other = published(BlogPostPage), published(BlogPostPage)
        asked = []

        def find(keys):
            asked.append(sorted(keys))
            return {page.pk: NINE}

        for _ in range(2):
            register_ends(find)
        assert said(page, other) == ["goes offline on Mon 2 Mar 09:00"]
        assert asked == [sorted([page.pk, other.pk])]


class WhyNotLiveTests:
    def test_what_should_be_live_already_and_is_not_is_said(self, site_tree, clock):
        page = planned(NINE)
        assert why_not_live(page, Coming(NINE), TEN) == ""
        clock(NINE + timedelta(minutes=1))
        assert why_not_live(page, Coming(NINE), TEN) == "was to go live on Mon 2 Mar 09:00 and is not live yet"

    def test_one_that_ends_and_comes_back_before_then_is_there(self, site_tree, clock):
        page = expiring(published(BlogPostPage), HALF_PAST_EIGHT)
        assert why_not_live(page, Coming(NINE), TEN) == ""
        assert why_not_live(page, Coming(TEN), NINE) == "goes offline on Mon 2 Mar 08:30"

    def test_one_that_is_gone_and_planned_for_later(self, site_tree, clock):
        page = planned(TEN, expire_at=TEN + timedelta(hours=1))
        assert why_not_live(page, Coming(TEN), NINE) == "goes live only on Mon 2 Mar 10:00"

    @pytest.mark.parametrize("make", [draft, published])
    def test_the_end_a_planned_version_brings_is_its_own(self, site_tree, clock, make):
        page, coming = make(BlogPostPage), Coming(HALF_PAST_EIGHT, NINE)
        assert why_not_live(page, coming, TEN) == "goes offline on Mon 2 Mar 09:00"
        assert why_not_live(page, coming, NINE - timedelta(seconds=1)) == ""

    def test_a_planned_version_without_an_end_takes_the_end_away(self, site_tree, clock):
        page = expiring(published(BlogPostPage), NINE)
        assert why_not_live(page, Coming(HALF_PAST_EIGHT), TEN) == ""

    def test_whatever_ends_first_counts(self, site_tree, clock):
        page = expiring(published(BlogPostPage), TEN)
        assert why_not_live(page, None, TEN, NINE) == "goes offline on Mon 2 Mar 09:00"
        assert why_not_live(page, None, TEN, TEN + timedelta(hours=1)) == "goes offline on Mon 2 Mar 10:00"

    def test_the_end_of_what_it_belongs_to_is_that_of_a_version_nobody_sees_yet(self, site_tree, clock):
        assert (
            why_not_live(draft(BlogPostPage), Coming(HALF_PAST_EIGHT), TEN, NINE) == "goes offline on Mon 2 Mar 09:00"
        )

    def test_but_not_of_one_that_takes_the_place_of_what_ends(self, site_tree, clock):
        assert why_not_live(published(BlogPostPage), Coming(HALF_PAST_EIGHT), TEN, NINE) == ""


class ComingVersionsTests:
    def test_only_what_is_planned_comes_with_the_end_its_text_names(self, site_tree, clock):
        waiting, ending, other = planned(NINE), planned(NINE, expire_at=TEN), draft(BlogPostPage)
        found = coming_versions([waiting.pk, ending.pk, other.pk])
        assert found == {waiting.pk: Coming(NINE), ending.pk: Coming(NINE, TEN)}
        assert coming_versions([other.pk]) == coming_versions([]) == {}
