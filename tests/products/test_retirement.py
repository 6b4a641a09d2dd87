"""Products that are no longer sold."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles.models import RelatedPage
from blog.models import BlogPostPage
from conditions.models import ConditionPage, ConditionProduct
from core.blocks import ProductBlock
from products.models import ProductPage
from products.retirement import is_over, still_sold
from tests.blocks import rendered
from tests.core.bodies import product as product_block
from tests.markup import faults, links, words
from tests.publication import draft, publish, published
from topics.models import TopicPage

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db

LONG_AGO = date(2025, 5, 3)


def in_days(days):
    """A day counted from today."""
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def sold(site_tree):
    return published(ProductPage, title="Calm cream")


@pytest.fixture
def retired(sold):
    return published(ProductPage, title="Bold cream", retired_on=LONG_AGO, successor=sold)


class DayTests:
    @pytest.mark.parametrize(("days", "over"), [(-1, True), (0, True), (1, False)])
    def test_sale_is_over_from_the_day_itself(self, days, over):
        page = published(ProductPage, retired_on=in_days(days))

        assert is_over(in_days(days)) is over
        assert page.is_retired is over
        assert still_sold(ProductPage.objects.all()).exists() is not over

    def test_without_a_day_it_is_sold(self, sold):
        assert not is_over(None)
        assert list(still_sold(ProductPage.objects.all())) == [sold]


class PageTests:
    def test_its_page_says_since_when_and_what_to_use_instead(self, client, retired, sold):
        response = client.get(retired.url)
        html = response.content.decode()

        assert response.status_code == 200
        assert "No longer sold It left the shops on 3 May 2025 ." in words(html)
        assert f'What to use instead: <a href="{sold.url}">Calm cream</a>' in html
        assert html.index("No longer sold") < html.index("beside__text")
        assert faults(html) == []

    def test_its_page_has_no_label_of_something_for_sale(self, client, retired, sold):
        assert retired.label == sold.label != ""
        assert retired.label not in client.get(retired.url).content.decode()
        assert sold.label in client.get(sold.url).content.decode()

    def test_its_page_leads_to_no_shop(self, client, retired, sold):
        assert retired.offers.exists()
        assert not [link for link in links(client.get(retired.url).content.decode()) if link.startswith("/go/")]
        assert [link for link in links(client.get(sold.url).content.decode()) if link.startswith("/go/")]

    def test_a_product_that_is_sold_says_nothing_of_it(self, client, sold):
        assert "No longer sold" not in client.get(sold.url).content.decode()

    def test_costs_no_more_than_a_product_that_is_sold(self, client, retired, sold, django_assert_max_num_queries):
        with django_assert_max_num_queries(20):
            client.get(retired.url)


class UseInsteadTests:
    def test_a_draft_or_another_retired_product_is_not_offered_instead(self, retired):
        assert published(ProductPage, retired_on=LONG_AGO, successor=draft(ProductPage)).use_instead is None
        assert published(ProductPage, retired_on=LONG_AGO, successor=retired).use_instead is None

    def test_a_product_may_go_without_a_successor(self, client, site_tree):
        page = published(ProductPage, retired_on=LONG_AGO)

        assert page.use_instead is None
        assert "use instead" not in client.get(page.url).content.decode()


class NotOfferedTests:
    def test_lists_of_products_leave_it_out(self, client, retired, sold):
        assert list(client.get("/products/").context["items"]) == [sold]
        assert client.get("/").context["products"] == [sold]

    def test_related_pages_leave_it_out(self, retired, sold):
        related = [RelatedPage(target=retired, sort_order=0), RelatedPage(target=sold, sort_order=1)]

        assert published(BlogPostPage, related_pages=related).related == [sold]

    def test_products_that_help_leave_it_out(self, retired, sold):
        rows = [ConditionProduct(product=retired, sort_order=0), ConditionProduct(product=sold, sort_order=1)]

        assert published(ConditionPage, condition_products=rows).helpful_products == [sold]

    def test_search_still_finds_it_and_says_so(self, client, retired, sold):
        text = words(client.get("/search/", {"q": "bold cream"}).content.decode())

        assert "1 page for “bold cream” Product Bold cream No longer sold" in text

    def test_the_card_of_it_says_so(self, client, retired):
        page = published(TopicPage)
        retired.topics = [page]
        publish(retired)

        assert "Product No longer sold Bold cream" in words(client.get(page.url).content.decode())


class BlockTests:
    def test_the_block_says_so_and_links_to_the_page_alone(self, retired):
        html = rendered(ProductBlock(), product_block(retired)[1])

        assert "No longer sold Bold cream" in words(html)
        assert f'<a href="{retired.url}">' in html
        assert "affiliate link" not in html
        assert "Without perfume." not in html


class CopyTests:
    def test_a_copy_begins_as_a_product_that_is_sold(self, retired):
        copy = retired.copy(update_attrs={"slug": "copy", "title": "Copy"}, keep_live=False)

        assert (copy.retired_on, copy.successor) == (None, None)
