"""Conditions and questions."""

from datetime import UTC, datetime

import pytest

from conditions.models import (
    ConditionIngredient,
    ConditionPage,
    ConditionProduct,
    ConditionSite,
    QuestionCondition,
    QuestionPage,
)
from ingredients.models import IngredientPage
from products.models import ProductPage
from tests.publication import published
from topics.models import BodySite

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db


class IndexPageTests:
    def test_conditions_lists_every_condition(self, site_tree):
        condition = published(ConditionPage)

        assert [page.pk for page in site_tree.conditions.listed_pages()] == [condition.pk]

    def test_questions_come_newest_first(self, site_tree):
        older = published(QuestionPage, published_at=datetime(2025, 1, 7, 9, tzinfo=UTC))
        newer = published(QuestionPage, published_at=datetime(2026, 1, 7, 9, tzinfo=UTC))

        assert [page.pk for page in site_tree.questions.listed_pages()] == [newer.pk, older.pk]


class RowTests:
    def test_rows_are_known_by_what_they_point_at(self):
        condition = ConditionPage(title="Milia")

        assert str(ConditionSite(body_site=BodySite(name="Eyelids"), frequency="also")) == "Also: Eyelids"
        assert str(ConditionIngredient(ingredient=IngredientPage(title="Adapalene"))) == "Adapalene"
        assert str(ConditionProduct(product=ProductPage(title="Calm cream"))) == "Calm cream"
        assert str(QuestionCondition(condition=condition)) == "Milia"
