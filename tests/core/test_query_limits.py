"""What a reader's page costs, with every cache off but pictures already made, however many pages there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from home.models import SiteSettings
from ingredients.models import IngredientPage
from products.models import ProductPage
from tests.articles.company import everything
from tests.core.crowd import multiply
from tests.images.factories import SiteImageFactory

FEW, MANY = 10, 1000
TYPES = [BlogPostPage, ConditionPage, QuestionPage, ProductPage, IngredientPage]
LIMITS = {
    "post": 20,
    "condition": 20,
    "question": 20,
    "product": 20,
    "ingredient": 20,
    "topic": 22,
    "person": 22,
    "/": 24,
    "/blog/": 22,
    "/conditions/": 22,
    "/questions/": 22,
    "/products/": 22,
    "/ingredients/": 22,
    "/people/": 22,
    "/topics/": 22,
    "/search/?q=white+bumps": 22,
    "/feed/": 10,
    "condition feed": 10,
    "topic feed": 10,
    "person feed": 10,
    "/sitemap.xml": 10,
}


@pytest.fixture
def addresses(site_tree, settings):
    """A page of each kind, rich in relations, by its address; no cache keeps anything."""
    settings.CACHES = settings.CACHES | {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    dress()
    pages = everything()
    feeds = {f"{name} feed": f"{pages[name]}feed/" for name in ("condition", "topic", "person")}
    return {name: name for name in LIMITS} | pages | feeds


def dress() -> None:
    """Give the site its pictures, which every page shows."""
    site = SiteSettings.for_site(Site.objects.get())
    site.logo, site.logo_dark, site.favicon, site.share_image = (SiteImageFactory() for _ in range(4))
    site.save()


def costs(client, addresses: dict[str, str]) -> dict[str, int]:
    """What each address costs in queries, once its pictures are made."""
    counts = {}
    for name, address in addresses.items():
        assert client.get(address).status_code == 200, address
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counts[name] = len(queries)
    return counts


class QueryLimitTests:
    def test_pages_stay_within_their_limits_and_cost_no_more_at_a_thousand_than_at_ten(self, client, addresses):
        for page_type in TYPES:
            multiply(page_type.objects.last(), FEW)
        few = costs(client, addresses)
        assert {name: count for name, count in few.items() if count > LIMITS[name]} == {}
        for page_type in TYPES:
            multiply(page_type.objects.last(), MANY)
        many = costs(client, addresses)
        # A list that happens to show fewer types needs fewer queries; none may need more.
        assert {name: (few[name], count) for name, count in many.items() if count > few[name]} == {}

    def test_a_missing_page_costs_the_same_at_a_thousand_as_at_ten(self, client, addresses):
        post = BlogPostPage.objects.last()
        counts = []
        for times in (FEW, MANY):
            multiply(post, times)
            client.get("/no-such-page/")
            with CaptureQueriesContext(connection) as queries:
                assert client.get(f"/questions/{post.slug}x/").status_code == 404
            counts.append(len(queries))
        assert counts[0] == counts[1] <= 12
