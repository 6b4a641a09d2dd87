"""Ingredients and medicines."""

import pytest

from ingredients.models import IngredientPage, Medicine, MedicineStatus
from tests.publication import published

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db


class IngredientIndexPageTests:
    def test_it_lists_every_ingredient(self, site_tree):
        ingredient = published(IngredientPage)

        assert [page.pk for page in site_tree.ingredients.listed_pages()] == [ingredient.pk]


class MedicineTests:
    def test_the_routes_are_said_in_words_and_only_those_that_apply(self):
        assert Medicine(is_topical=True, is_injected=True).routes == ["On the skin", "By injection"]
        assert Medicine(is_oral=True).routes == ["By mouth"]
        assert Medicine().routes == []

    def test_it_is_known_by_its_substance_and_a_status_by_its_region(self):
        assert str(Medicine(substance="Adapalene")) == "Adapalene"
        assert str(MedicineStatus(region="uk", status="Prescription only")) == "United Kingdom: Prescription only"
