"""What an ingredient hands its template."""

from datetime import timedelta

from django.utils import timezone

from conditions.models import ConditionIngredient, ConditionPage
from ingredients.models import IngredientPage
from products.models import ProductIngredient, ProductPage
from tests.publication import draft, published


class ConditionsHelpedTests:
    def test_conditions_are_listed_by_name(self, db):
        page = published(IngredientPage)
        for make, title in [(published, "Milia"), (published, "Acne"), (draft, "Rash")]:
            make(ConditionPage, title=title, condition_ingredients=[ConditionIngredient(ingredient=page)])
        assert [condition.title for condition in page.conditions_helped] == ["Acne", "Milia"]

    def test_a_draft_nobody_has_saved_helps_with_nothing(self, db):
        assert IngredientPage(title="New").conditions_helped == []


class ProductsWithItTests:
    def test_products_that_are_sold_and_seen_are_listed_by_name(self, db):
        page = published(IngredientPage)
        yesterday = timezone.localdate() - timedelta(days=1)
        for make, title, values in [
            (published, "Wash", {}),
            (published, "Balm", {}),
            (draft, "Mist", {}),
            (published, "Soap", {"retired_on": yesterday}),
        ]:
            make(ProductPage, title=title, product_ingredients=[ProductIngredient(ingredient=page)], **values)
        assert [product.title for product in page.products_with_it] == ["Balm", "Wash"]

    def test_a_draft_nobody_has_saved_is_in_nothing(self, db):
        assert IngredientPage(title="New").products_with_it == []
