"""What a product hands its template."""

from decimal import Decimal

import pytest

from ingredients.models import IngredientPage
from products import disclosure
from products.models import Offer, ProductIngredient, ProductPage
from products.reading import OfferLink
from tests.publication import draft, published

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db


class LabelTests:
    @pytest.mark.parametrize("relation", ["own_brand", "affiliate", "paid", "gifted", "none", ""])
    def test_label_and_rel_follow_from_the_relation(self, relation):
        page = ProductPage(title="Cream", commercial_relation=relation)
        assert (page.label, page.link_rel) == (disclosure.label(relation), disclosure.link_rel(relation))


class OfferLinksTests:
    def test_a_half_filled_offer_is_left_out_of_a_draft(self, db):
        assert (
            ProductPage(title="Cream", slug="cream", offers=[Offer(url="https://shop.example.org/")]).offer_links == []
        )

    @pytest.mark.parametrize(
        ("price", "currency", "shown"),
        [("12.5", "GBP", "£12.50"), ("9", "gbp", "£9.00"), ("1200", "EUR", "€1,200.00"), (None, "GBP", "")],
    )
    def test_a_price_is_written_as_readers_write_it(self, price, currency, shown):
        offer = Offer(price=price and Decimal(price), currency=currency)
        assert OfferLink(offer, "/go/cream/1/").price == shown


class IngredientListTests:
    def test_ingredients_readers_may_see_are_listed_in_order(self, db):
        first, second = published(IngredientPage), published(IngredientPage)
        chosen = [second, draft(IngredientPage), first]
        rows = [ProductIngredient(ingredient=page, sort_order=place) for place, page in enumerate(chosen)]
        assert published(ProductPage, product_ingredients=rows).ingredient_list == [second, first]
