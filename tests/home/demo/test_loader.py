"""Whether a site counts as empty."""

import pytest

from home.demo.loader import has_articles
from tests.blog.factories import BlogPostPageFactory
from tests.people.factories import PersonPageFactory


@pytest.mark.django_db
class HasArticlesTests:
    def test_a_fresh_site_has_none_although_it_has_standing_pages(self):
        assert not has_articles()

    def test_a_profile_is_no_article(self):
        PersonPageFactory()
        assert not has_articles()

    def test_a_post_is_one(self):
        BlogPostPageFactory()
        assert has_articles()
