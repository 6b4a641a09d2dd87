"""Products, brands and merchants."""

from datetime import UTC, datetime

import pytest

from ingredients.models import IngredientPage
from products.models import Brand, Merchant, Offer, ProductIngredient, ProductPage
from tests.publication import published

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db


class ProductIndexPageTests:
    def test_the_newest_product_comes_first(self, site_tree):
        older = published(ProductPage, published_at=datetime(2025, 1, 7, 9, tzinfo=UTC))
        newer = published(ProductPage, published_at=datetime(2026, 1, 7, 9, tzinfo=UTC))

        assert [page.pk for page in site_tree.products.listed_pages()] == [newer.pk, older.pk]


class NameTests:
    def test_each_is_known_by_its_name(self):
        shop = Merchant(name="Corner Pharmacy")

        assert str(shop) == "Corner Pharmacy"
        assert str(Offer(merchant=shop)) == "Corner Pharmacy"
        assert str(Brand(name="Tidewell")) == "Tidewell"
        assert str(ProductIngredient(ingredient=IngredientPage(title="Niacinamide"))) == "Niacinamide"
