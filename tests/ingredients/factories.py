"""Ingredients and medicines."""

from datetime import date

import factory

from ingredients.models import IngredientIndexPage, IngredientPage, IngredientStatus, Medicine, MedicineStatus
from tests.articles.factories import ArticlePageFactory
from tests.core import bodies
from tests.core.factories import IndexPageFactory


class IngredientIndexPageFactory(IndexPageFactory):
    """The list of ingredients."""

    title = "Ingredients"
    slug = "ingredients"

    class Meta:
        model = IngredientIndexPage


class IngredientPageFactory(ArticlePageFactory):
    """An acid that loosens plugs."""

    parent = factory.LazyFunction(lambda: IngredientIndexPageFactory())
    title = factory.Sequence(lambda number: f"Salicylic acid {number}")
    inci_name = "Salicylic Acid"
    also_known_as = "BHA"
    function = "Loosens what closes a pore."
    strengths = "0.5 to 2 % in leave-on products"
    cautions = "Use sunscreen"
    statuses = factory.LazyFunction(
        lambda: [IngredientStatus(region="uk", status="Up to 2 % in leave-on", as_of=date(2026, 1, 5))]
    )
    body = factory.LazyFunction(lambda: [bodies.text()])

    class Meta:
        model = IngredientPage


class MedicineFactory(factory.django.DjangoModelFactory):
    """A gel on prescription."""

    substance = factory.Sequence(lambda number: f"Adapalene {number}")
    medicine_class = "Retinoid"
    is_topical = True
    statuses = factory.LazyFunction(
        lambda: [MedicineStatus(region="uk", status="Prescription only", as_of=date(2026, 1, 5))]
    )

    class Meta:
        model = Medicine
