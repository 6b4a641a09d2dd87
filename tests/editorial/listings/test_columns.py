"""The columns of page listings."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from blog.models import BlogPostPage
from tests.blog.factories import BlogPostPageFactory
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

    def test_shows_when_a_draft_and_a_change_go_live(self, desk):
        tuesday = datetime(2099, 11, 24, 9, tzinfo=UTC)
        draft, live = BlogPostPageFactory(), publish(BlogPostPageFactory())
        for page, moment in ((draft, tuesday), (live, tuesday + timedelta(days=1))):
            page.go_live_at = moment
            page.save_revision().publish()
        html = desk.get(reverse("posts:index")).content.decode()
        assert "Tue 24 Nov, 09:00" in html
        assert "Wed 25 Nov, 09:00" in html

    def test_product_names_brand_and_relation(self, desk):
        product = ProductPageFactory()
        html = desk.get(reverse("products:index")).content.decode()
        assert product.brand.name in html
        assert product.get_commercial_relation_display() in html
