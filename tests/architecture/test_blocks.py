"""Blocks."""

import pytest
from wagtail import blocks

from tests.architecture.blocks import block_faults, described_blocks, noun, page_bodies, stream_key_faults

pytestmark = pytest.mark.django_db


class BlockRuleTests:
    def test_every_block_has_template_description_and_a_preview_that_renders(self):
        found = described_blocks(page_bodies())

        assert len(found) > 20
        assert [fault for block in found.values() for fault in block_faults(block)] == []

    def test_every_stream_key_is_the_noun_of_its_block(self):
        assert [fault for body in page_bodies() for fault in stream_key_faults(body)] == []

    def test_the_noun_of_a_class_is_its_name_in_snake_case(self):
        class HowToBlock(blocks.StructBlock):
            pass

        assert noun(HowToBlock) == "how_to"


class PlantedBlockFaultTests:
    def test_a_block_without_anything_is_found(self):
        class LostBlock(blocks.StructBlock):
            pass

        assert block_faults(LostBlock()) == [
            "LostBlock: no description",
            "LostBlock: its template must be <app>/blocks/lost.html, not None",
        ]

    def test_a_template_of_another_noun_is_found(self):
        class CauseBlock(blocks.StructBlock):
            class Meta:
                description = "x"
                template = "conditions/blocks/causes.html"

        assert block_faults(CauseBlock()) == [
            "CauseBlock: its template must be <app>/blocks/cause.html, not conditions/blocks/causes.html"
        ]

    def test_a_missing_template_is_found(self):
        class LostBlock(blocks.StructBlock):
            class Meta:
                description = "x"
                template = "core/blocks/lost.html"

        assert block_faults(LostBlock()) == ["LostBlock: core/blocks/lost.html does not exist"]

    def test_a_missing_preview_is_found(self):
        class QuoteBlock(blocks.StructBlock):
            class Meta:
                description = "x"
                template = "core/blocks/quote.html"

        assert block_faults(QuoteBlock()) == ["QuoteBlock: no preview value"]

    def test_a_preview_that_says_none_is_found(self):
        class QuoteBlock(blocks.StructBlock):
            quote = blocks.TextBlock()

            class Meta:
                description = "x"
                template = "core/blocks/quote.html"
                preview_value = {"quote": "None"}

        assert block_faults(QuoteBlock()) == ["QuoteBlock: the preview says None"]

    def test_a_key_that_is_not_the_noun_is_found(self):
        class QuoteBlock(blocks.StructBlock):
            pass

        body = blocks.StreamBlock([("words", QuoteBlock())])

        assert stream_key_faults(body) == ["StreamBlock: QuoteBlock under “words”, not “quote”"]
