"""The key facts in words."""

from decimal import Decimal

import pytest

from conditions.facts import size
from conditions.models import ConditionPage

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db


class KeyFactsTests:
    def test_every_known_fact_is_said_once_other_names_first(self):
        page = ConditionPage(
            title="Milia",
            also_known_as="Milk spots\n\nOil seeds ",
            clinical_names="Milium",
            size_min_mm=Decimal("1.0"),
            size_max_mm=Decimal("3.0"),
            colour="White",
            feeling="painless",
            is_contagious=False,
        )
        assert page.key_facts == [
            ("Also called", "Milk spots, Oil seeds"),
            ("Clinical name", "Milium"),
            ("Size", "1–3 mm"),
            ("Colour", "White"),
            ("Feels", "Painless"),
            ("Contagious", "No"),
        ]

    def test_an_empty_draft_has_none(self):
        assert ConditionPage(title="New").key_facts == []


class SizeTests:
    @pytest.mark.parametrize(
        ("smallest", "largest", "words"),
        [
            (None, None, ""),
            ("1.0", "3.0", "1–3 mm"),
            ("0.5", "0.5", "0.5 mm"),
            (None, "2.5", "Up to 2.5 mm"),
            ("20", None, "20 mm or more"),
        ],
    )
    def test_a_size_is_said_as_one_would(self, smallest, largest, words):
        assert size(*(Decimal(value) if value else None for value in (smallest, largest))) == words
