"""What counts as left empty."""

from decimal import Decimal

import pytest
from wagtail import blocks
from wagtail.rich_text import RichText

from core.blocks import BodyBlock, CalloutBlock, FaqBlock, HowToBlock, ImageBlock, TextBlock
from core.blocks.emptiness import filled, is_empty

BODY = BodyBlock([("text", TextBlock()), ("how_to", HowToBlock()), ("faq", FaqBlock())])


class IsEmptyTests:
    """Blank boxes and boxes as they open are empty; everything somebody answered is not."""

    @pytest.mark.parametrize("block", [HowToBlock(), FaqBlock(), CalloutBlock(), ImageBlock(), TextBlock()])
    def test_a_block_as_it_opens_is_empty(self, block):
        assert is_empty(block, block.get_default())

    @pytest.mark.parametrize("value", [None, "", False])
    def test_blank_values_are_empty(self, value):
        assert is_empty(blocks.CharBlock(), value)

    @pytest.mark.parametrize("value", [0, Decimal("0"), "0", True])
    def test_nought_and_yes_are_answers(self, value):
        assert not is_empty(blocks.FieldBlock(), value)

    @pytest.mark.parametrize("source", ["", "<p></p>", "<p> </p>", "<p><br/></p>"])
    def test_rich_text_without_words_is_empty(self, source):
        assert is_empty(TextBlock(), RichText(source))

    @pytest.mark.parametrize("source", ["<p>A</p>", '<embed embedtype="image" id="1"/>'])
    def test_rich_text_with_words_or_pictures_is_not(self, source):
        assert not is_empty(TextBlock(), RichText(source))

    def test_one_filled_box_fills_its_block(self):
        block = HowToBlock()
        assert not is_empty(block, block.normalize({**block.get_default(), "title": "Steam"}))

    def test_one_filled_entry_fills_its_list(self):
        block = FaqBlock()
        empty, entry = {"question": "", "answer": ""}, {"question": "Why?", "answer": ""}
        assert is_empty(block, block.normalize({"title": "Questions people ask", "items": [empty]}))
        assert not is_empty(block, block.normalize({"title": "Questions people ask", "items": [empty, entry]}))

    def test_a_stream_is_empty_when_all_its_blocks_are(self):
        assert is_empty(BODY, BODY.to_python([("text", "")]))
        assert not is_empty(BODY, BODY.to_python([("text", ""), ("text", "<p>A</p>")]))


class FilledTests:
    """The blocks somebody put something into."""

    def test_only_filled_blocks_are_given_in_order(self):
        stream = BODY.to_python([("text", "<p>A</p>"), ("how_to", HowToBlock().get_default()), ("text", "<p>B</p>")])
        assert [child.value.source for child in filled(stream)] == ["<p>A</p>", "<p>B</p>"]
