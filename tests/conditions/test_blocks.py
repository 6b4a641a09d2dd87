"""Causes, lookalikes, diagnosis and procedures as readers see them."""

import pytest

from conditions import blocks
from conditions.models import ConditionPage
from tests.blocks import optional, rendered, without
from tests.conditions.bodies import causes, differential
from tests.markup import faults, links, words
from tests.publication import draft, published

STRUCTS = [
    blocks.CauseBlock,
    blocks.CausesBlock,
    blocks.LookalikeBlock,
    blocks.DifferentialBlock,
    blocks.DiagnosisBlock,
    blocks.ProcedureBlock,
    blocks.ProceduresBlock,
]


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


class CausesBlockTests:
    def test_causes_are_numbered_in_order(self):
        text = words(rendered(blocks.CausesBlock(), causes("Friction", "Sebum")[1]))

        assert text.index("1 Friction") < text.index("2 Sebum")

    def test_a_cause_left_empty_takes_no_number(self):
        block = blocks.CausesBlock()
        value = causes("Friction", "Sebum")[1]
        value["items"].insert(0, {"name": "", "medications": []})

        assert words(rendered(block, value)).startswith("Possible causes 1 Friction")

    def test_a_medicine_keeps_its_guidance(self):
        block = blocks.CausesBlock()
        value = causes("Infection")[1]
        value["items"][0]["medications"] = [{"medicine": None, "form": "", "guidance": "Only on prescription"}]

        assert "Only on prescription" in rendered(block, value)


@pytest.mark.django_db
class LookalikeBlockTests:
    def test_a_condition_readers_may_open_is_linked(self):
        page = published(ConditionPage)

        assert links(rendered(blocks.DifferentialBlock(), differential(page)[1])) == [page.url]

    def test_a_condition_readers_cannot_see_is_only_named(self):
        html = rendered(blocks.DifferentialBlock(), differential(draft(ConditionPage))[1])

        assert links(html) == []
        assert "A wart" in html


class DiagnosisBlockTests:
    def test_who_comes_before_how(self):
        text = words(rendered(blocks.DiagnosisBlock()))

        assert text.index("A GP or dermatologist") < text.index("A look through a magnifying lens")


class ProceduresBlockTests:
    def test_each_names_who_may_do_it_and_its_risks(self):
        text = words(rendered(blocks.ProceduresBlock()))

        assert "Who may do it A dermatologist" in text
        assert "Risks A blister" in text
