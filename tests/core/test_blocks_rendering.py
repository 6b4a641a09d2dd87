"""The shared blocks as readers see them."""

import pytest
from django.urls import reverse

from blog.models import BlogPostPage
from core import blocks
from images.making import make
from products.models import ProductPage
from tests.blocks import optional, rendered, without
from tests.core.bodies import product as product_block
from tests.images.factories import SiteImageFactory
from tests.markup import faults, links, words
from tests.publication import draft, published

STRUCTS = [
    blocks.SignsBlock,
    blocks.TriggersBlock,
    blocks.HowToBlock,
    blocks.DosAndDontsBlock,
    blocks.PreventionBlock,
    blocks.SeekHelpBlock,
    blocks.ProductBlock,
    blocks.ImageBlock,
    blocks.QuoteBlock,
    blocks.CalloutBlock,
    blocks.QuestionAnswerBlock,
    blocks.FaqBlock,
    blocks.SummaryBlock,
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


class BlockPreviewTests:
    def test_the_picker_shows_a_block_in_the_look_of_the_site(self, client, administrator):
        block = BlogPostPage._meta.get_field("body").stream_block.child_blocks["how_to"]
        client.force_login(administrator)

        html = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}).content.decode()

        assert "css/site.css" in html
        assert "Steam the skin" in words(html)
        assert "noindex" in html


class TextBlockTests:
    def test_headings_can_be_linked_to(self):
        html = rendered(blocks.TextBlock(), "<h2>Why it happens</h2><p>Skin sheds its surface.</p>")

        assert '<h2 id="why-it-happens">Why it happens</h2>' in html


class SignsBlockTests:
    def test_three_skin_colours_are_named(self):
        text = words(rendered(blocks.SignsBlock()))

        assert all(f"On {tone} skin" in text for tone in ("light", "brown", "black"))

    def test_a_skin_colour_nobody_described_is_left_out(self):
        block = blocks.SignsBlock()

        assert "On brown skin" not in rendered(block, without(block, "on_brown"))


class HowToBlockTests:
    def test_steps_are_in_order(self):
        html = rendered(blocks.HowToBlock())

        assert "<ol" in html
        assert html.index("<li>Fill the bowl</li>") < html.index("<li>Pat dry</li>")

    @pytest.mark.parametrize(("level", "said"), blocks.HowToBlock.EVIDENCE)
    def test_evidence_is_said_in_words(self, level, said):
        block = blocks.HowToBlock()

        assert said in words(rendered(block, {**block.get_preview_value(), "evidence": level}))

    def test_how_long_and_how_often(self):
        html = rendered(blocks.HowToBlock())

        assert "<dt>How long</dt><dd>10 minutes</dd>" in html
        assert "<dt>How often</dt><dd>Once or twice a week</dd>" in html


class DosAndDontsBlockTests:
    def test_each_side_has_its_heading(self):
        html = rendered(blocks.DosAndDontsBlock())

        assert html.index("<h3>Do</h3>") < html.index("Wear loose cotton") < html.index("<h3>Don't</h3>")


class SeekHelpBlockTests:
    @pytest.mark.parametrize(("level", "said"), blocks.SeekHelpBlock.LEVELS)
    def test_level_is_said_in_words(self, level, said):
        block = blocks.SeekHelpBlock()

        assert said in words(rendered(block, {**block.get_preview_value(), "level": level}))

    @pytest.mark.parametrize(
        ("level", "numbers"), [("non_urgent", []), ("urgent", ["tel:0300111"]), ("emergency", ["tel:999"])]
    )
    def test_the_only_link_is_the_number_for_its_level(self, level, numbers):
        block = blocks.SeekHelpBlock()

        assert links(rendered(block, {**block.get_preview_value(), "level": level})) == numbers

    def test_no_number_no_button(self):
        block = blocks.SeekHelpBlock()

        assert links(block.render(block.get_preview_value(), context={})) == []


@pytest.mark.django_db
class ProductBlockTests:
    @pytest.mark.parametrize(
        ("relation", "label"),
        [
            ("own_brand", "Our own brand"),
            ("affiliate", "Ad: affiliate link"),
            ("paid", "Ad: paid placement"),
            ("gifted", "Gifted"),
        ],
    )
    def test_label_and_rel_follow_from_the_relation(self, relation, label):
        page = published(ProductPage, commercial_relation=relation)

        html = rendered(blocks.ProductBlock(), product_block(page)[1])

        assert label in words(html)
        assert f'<a href="{page.url}" rel="{page.link_rel}">' in html

    def test_an_unpaid_mention_is_a_plain_link(self):
        page = published(ProductPage, commercial_relation="none")

        assert f'<a href="{page.url}">' in rendered(blocks.ProductBlock(), product_block(page)[1])

    def test_a_product_readers_cannot_see_is_not_shown(self):
        page = draft(ProductPage)

        assert words(rendered(blocks.ProductBlock(), product_block(page)[1])) == ""

    def test_a_product_that_was_deleted_leaves_no_hole_on_a_page(self):
        block = blocks.ProductBlock()
        value = block.normalize({"product": None, "reason": "Gentle."})

        assert words(block.render(value, context={"page": draft(ProductPage)})) == ""
        assert "once you choose one" in words(block.render(value))


@pytest.mark.django_db
class ImageBlockTests:
    def value(self, **changes):
        return {**blocks.ImageBlock().get_preview_value(), "image": SiteImageFactory(), **changes}

    def test_description_is_for_those_who_cannot_see(self):
        assert 'alt="A smear of white cream on a forearm"' in rendered(blocks.ImageBlock(), self.value())

    def test_decoration_has_no_description(self):
        assert 'alt=""' in rendered(blocks.ImageBlock(), self.value(is_decorative=True))

    def test_modern_formats_come_first_with_the_size_reserved(self):
        value = self.value()
        make(value["image"], ["text"])
        html = rendered(blocks.ImageBlock(), value)

        assert html.index("image/avif") < html.index("<img") < html.index(".webp")
        assert 'width="' in html
        assert 'loading="lazy"' in html

    def test_everything_a_chart_says_is_there_in_words(self):
        html = rendered(blocks.ImageBlock(), self.value(long_description="Half of them got better."))

        assert "<details>" in html
        assert "Half of them got better." in html

    def test_caption_and_credit_stand_below(self):
        text = words(rendered(blocks.ImageBlock(), self.value()))

        assert text.endswith("A pea-sized amount is enough for both shoulders. Photo: Ana Ruiz")


class QuoteBlockTests:
    def test_speaker_is_the_caption(self):
        assert "<figcaption>A pharmacist, on patience</figcaption>" in rendered(blocks.QuoteBlock())


class CalloutBlockTests:
    @pytest.mark.parametrize(("kind", "said"), blocks.CalloutBlock.KINDS)
    def test_kind_is_said_in_words(self, kind, said):
        block = blocks.CalloutBlock()

        assert said in words(rendered(block, {**block.get_preview_value(), "kind": kind}))


class FaqBlockTests:
    def test_questions_left_empty_are_skipped(self):
        block = blocks.FaqBlock()
        asked = {"question": "Does it hurt?", "answer": "<p>No.</p>"}

        html = rendered(block, {"title": "Asked", "items": [{"question": "", "answer": ""}, asked]})

        assert html.count("<details") == 1
        assert "Does it hurt?" in html


class SummaryBlockTests:
    def test_points_are_a_list(self):
        assert rendered(blocks.SummaryBlock()).count("<li>") == 3


class PreventionBlockTests:
    def test_measures_are_a_list(self):
        assert rendered(blocks.PreventionBlock()).count("<li>") == 2


class TriggersBlockTests:
    def test_note_follows_the_list(self):
        text = words(rendered(blocks.TriggersBlock()))

        assert text.index("Sheets washed too rarely") < text.index("Rarely one alone")
