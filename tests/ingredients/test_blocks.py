"""Ingredients and medicines as readers see them."""

import pytest

from ingredients import blocks
from ingredients.models import IngredientPage
from tests.blocks import optional, rendered, without
from tests.core.bodies import ingredients, medications
from tests.ingredients.factories import MedicineFactory
from tests.markup import faults, links, words
from tests.publication import draft, published

STRUCTS = [blocks.IngredientBlock, blocks.IngredientsBlock, blocks.MedicationBlock, blocks.MedicationsBlock]


@pytest.mark.parametrize("block_class", STRUCTS)
class EveryBlockTests:
    def test_preview_says_nothing_odd(self, block_class):
        html = rendered(block_class())

        assert words(html)
        assert faults(html) == []

    def test_optional_boxes_may_stay_empty(self, block_class):
        block = block_class()

        assert faults(rendered(block, without(block, *optional(block)))) == []

    def test_a_block_nobody_has_filled_in_yet_renders(self, block_class):
        block = block_class()

        assert faults(rendered(block, block.get_default())) == []


@pytest.mark.django_db
class IngredientsBlockTests:
    def test_an_ingredient_leads_to_its_page(self):
        page = published(IngredientPage)

        html = rendered(blocks.IngredientsBlock(), ingredients(page)[1])

        assert links(html) == [page.url]
        assert "<dt>Strength</dt><dd>0.5 to 2 %</dd>" in html

    def test_an_ingredient_readers_cannot_see_is_only_named(self):
        page = draft(IngredientPage)

        html = rendered(blocks.IngredientsBlock(), ingredients(page)[1])

        assert links(html) == []
        assert page.title in html


@pytest.mark.django_db
class MedicationsBlockTests:
    def test_substance_purpose_class_route_and_guidance_are_said(self):
        medicine = MedicineFactory(substance="Adapalene", medicine_class="Retinoid", is_topical=True)

        text = words(rendered(blocks.MedicationsBlock(), medications(medicine)[1]))

        assert "Adapalene , gel Keeps plugs from forming Retinoid · On the skin" in text
        assert "Only if a doctor has prescribed it" in text

    def test_a_medicine_is_never_linked(self):
        medicine = MedicineFactory()

        assert links(rendered(blocks.MedicationsBlock(), medications(medicine)[1])) == []
