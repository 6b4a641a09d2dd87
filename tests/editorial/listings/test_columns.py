"""The columns of page listings."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from blog.models import BlogPostPage
from tests.blog.factories import BlogPostPageFactory
from tests.edit_form import parsed
from tests.editorial.scheduling.mornings import NINE, planned
from tests.people.factories import PersonPageFactory, written_by
from tests.products.factories import ProductPageFactory
from tests.publication import publish
from tests.topics.factories import TopicPageFactory

pytestmark = pytest.mark.django_db


class ColumnTests:
    def test_shows_author_and_topics_of_a_draft_whose_byline_came_later(self, desk):
        page = BlogPostPageFactory(contributions=[])
        page.contributions = written_by(PersonPageFactory(title="Bo Lind"))
        page.topics = [TopicPageFactory(title="Body care")]
        page.save_revision()
        html = desk.get(reverse("posts:index")).content.decode()
        assert "Bo Lind" in html
        assert "Body care" in html

    def test_organisation_stands_for_an_author(self, desk):
        BlogPostPageFactory(contributions=[], has_organisation_byline=True)
        assert "Organisation" in desk.get(reverse("posts:index")).content.decode()

    def test_shows_the_day_of_publication(self, desk):
        page = publish(BlogPostPageFactory())
        BlogPostPage.objects.filter(pk=page.pk).update(first_published_at="2026-03-01T09:00Z")
        assert "1 Mar 2026" in desk.get(reverse("posts:index")).content.decode()

    def test_shows_when_a_draft_and_a_change_go_live_and_by_which_clock(self, desk, where_posts_are):
        tuesday = datetime(2099, 11, 24, 9, tzinfo=UTC)
        draft, live = BlogPostPageFactory(), publish(BlogPostPageFactory())
        for page, moment in ((draft, tuesday), (live, tuesday + timedelta(days=1))):
            page.go_live_at = moment
            page.save_revision().publish()
        table = parsed(desk.get(where_posts_are, {"goes_live_from": "2099-11-24"})).select_one("table.listing")
        assert table.select_one("th.goes-live").text.strip() == "Goes live (London)"
        cells = {cell.text.strip() for cell in table.select("td.goes-live")}
        assert cells == {"Tue 24 Nov 2099 09:00", "Wed 25 Nov 2099 09:00"}

    def test_the_year_that_is_running_goes_without_saying(self, site_tree, clock, desk):
        planned(NINE)
        assert parsed(desk.get(reverse("posts:index"))).select_one("td.goes-live").text.strip() == "Mon 2 Mar 09:00"

    def test_product_names_brand_and_relation(self, desk):
        product = ProductPageFactory()
        html = desk.get(reverse("products:index")).content.decode()
        assert product.brand.name in html
        assert product.get_commercial_relation_display() in html
