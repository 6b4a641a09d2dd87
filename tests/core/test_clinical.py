"""Safety rules for pages about the body."""

import pytest
from django.utils import timezone

from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from core.clinical import (
    HELP_MISSING,
    HELP_TOO_LATE,
    LINK_IN_EMERGENCY,
    MOVE_HELP_UP,
    clinical_order,
    emergency_links,
    first_position,
    has_clinical_blocks,
    is_help,
    is_treatment,
)
from core.publishing import Problem
from home.models import HomePage, StandardPage
from ingredients.models import IngredientPage, Medicine
from products.models import ProductPage
from tests.conditions.bodies import cause, causes, procedures
from tests.core import bodies

# Even a page in memory asks for its content type.
pytestmark = pytest.mark.django_db

NOW = timezone.now()
PILL = {"medicine": Medicine(pk=1, substance="Adapalene"), "form": "Gel", "guidance": "Only on prescription"}
PRODUCT = ("product", {"product": None, "reason": "Mild."})
INGREDIENTS = ("ingredients", {"title": "Look for", "introduction": "", "items": [{"role": "Loosens the plug"}]})
MEDICATIONS = ("medications", {"title": "Medicines", "introduction": "", "items": [PILL]})
CAUSES_WITH_MEDICINE = ("causes", {"title": "Causes", "items": [cause("Sun"), cause("Acne", medications=[PILL])]})
TREATMENTS = [bodies.how_to(), INGREDIENTS, MEDICATIONS, procedures(), CAUSES_WITH_MEDICINE, PRODUCT]


def page_with(*blocks, page_type=ConditionPage):
    """A page in memory with a body."""
    return page_type(title="Milia", body=list(blocks))


def order(page):
    """What the order of a page's blocks is told off for."""
    return list(clinical_order(page, NOW))


def empty(name):
    """A starter block nobody filled in."""
    return name, ConditionPage().body.stream_block.child_blocks[name].get_default()


class ClinicalOrderTests:
    """A help card comes before the first treatment or product."""

    @pytest.mark.parametrize("treatment", TREATMENTS, ids=lambda block: block[0])
    def test_a_treatment_before_the_help_card_is_refused_with_a_repair(self, treatment):
        page = page_with(bodies.text(), treatment, bodies.seek_help())
        assert order(page) == [Problem("body.2:seek_help", HELP_TOO_LATE, fix=MOVE_HELP_UP)]

    @pytest.mark.parametrize("treatment", TREATMENTS, ids=lambda block: block[0])
    def test_a_treatment_after_the_help_card_passes(self, treatment):
        assert order(page_with(bodies.seek_help(), treatment)) == []

    @pytest.mark.parametrize("page_type", [ConditionPage, QuestionPage], ids=lambda model: model.__name__)
    def test_a_treatment_without_any_help_card_is_refused_at_the_treatment(self, page_type):
        page = page_with(bodies.text(), PRODUCT, page_type=page_type)
        assert order(page) == [Problem("body.1:product", HELP_MISSING)]

    def test_help_left_empty_does_not_count_as_help(self):
        page = page_with(empty("seek_help"), bodies.how_to())
        assert order(page) == [Problem("body.1:how_to", HELP_MISSING)]

    def test_a_treatment_left_empty_does_not_count_as_treatment(self):
        assert order(page_with(empty("how_to"), bodies.seek_help())) == []

    def test_a_second_help_card_may_come_later(self):
        assert order(page_with(bodies.seek_help(), bodies.how_to(), bodies.seek_help("emergency"))) == []

    def test_causes_without_medicines_are_no_treatment(self):
        assert order(page_with(causes(), bodies.seek_help(), bodies.how_to())) == []

    def test_a_page_without_treatment_needs_no_help_card(self):
        assert order(page_with(bodies.signs(), causes())) == []

    def test_a_post_of_prose_with_a_product_is_not_clinical(self):
        page = page_with(bodies.text(), bodies.dos_and_donts(), PRODUCT, page_type=BlogPostPage)
        assert order(page) == []
        assert not page.is_clinical

    @pytest.mark.parametrize(
        "block",
        [bodies.signs(), bodies.triggers(), bodies.how_to(), INGREDIENTS, MEDICATIONS],
        ids=lambda block: block[0],
    )
    def test_a_post_with_a_clinical_block_needs_help_before_its_product(self, block):
        page = page_with(block, PRODUCT, page_type=BlogPostPage)
        assert page.is_clinical
        assert [problem.words for problem in order(page)] == [HELP_MISSING]

    def test_an_ingredient_needs_no_help_card_but_puts_one_first(self):
        assert order(page_with(bodies.how_to(), page_type=IngredientPage)) == []
        late = page_with(bodies.how_to(), bodies.seek_help(), page_type=IngredientPage)
        assert [problem.fix for problem in order(late)] == [MOVE_HELP_UP]

    def test_pages_that_cannot_hold_a_help_card_are_left_alone(self):
        assert order(page_with(bodies.how_to(), page_type=ProductPage)) == []
        assert order(page_with(bodies.text(), page_type=StandardPage)) == []
        assert order(HomePage(title="Home")) == []


class EmergencyLinksTests:
    """Nothing leads away from an emergency card."""

    def problems(self, level="emergency", **changes):
        name, value = bodies.seek_help(level)
        return list(emergency_links(page_with(bodies.text(), (name, value | changes)), NOW))

    @pytest.mark.parametrize(
        "advice",
        [
            '<p>Call <a href="https://example.org/">them</a>.</p>',
            '<p>See <a linktype="page" id="3">this</a>.</p>',
            '<p>As <a linktype="source" id="3">they</a> say.</p>',
            '<p><a href="tel:999">999</a></p>',
            "<p>Read https://example.org/ now.</p>",
            "<p>Read www.example.org now.</p>",
        ],
    )
    def test_a_link_of_any_kind_is_refused_at_its_box(self, advice):
        assert self.problems(advice=advice) == [Problem("body.1:seek_help.advice", LINK_IN_EMERGENCY)]

    def test_an_address_in_another_box_is_refused_too(self):
        assert [problem.where for problem in self.problems(who="HTTP://example.org")] == ["body.1:seek_help.who"]

    def test_bold_words_and_numbers_pass(self):
        assert self.problems(advice="<p><b>Ring 999</b> and <i>abide</i>.</p>") == []

    def test_a_less_urgent_card_may_link(self):
        assert self.problems("urgent", advice='<p><a href="https://example.org/">Here</a></p>') == []

    def test_an_ingredient_is_held_to_it_as_well(self):
        name, value = bodies.seek_help("emergency")
        page = page_with((name, value | {"who": "www.example.org"}), page_type=IngredientPage)
        assert len(list(emergency_links(page, NOW))) == 1

    def test_a_page_without_a_body_passes(self):
        assert list(emergency_links(HomePage(title="Home"), NOW)) == []


class PositionTests:
    """Where help and treatment stand."""

    def test_positions_count_blocks_left_empty(self):
        body = page_with(empty("signs"), bodies.text(), bodies.seek_help(), bodies.how_to()).body
        assert (first_position(body, is_help), first_position(body, is_treatment)) == (2, 3)

    def test_nothing_is_nowhere(self):
        assert first_position(page_with().body, is_help) is None

    def test_a_clinical_block_left_empty_makes_nothing_clinical(self):
        assert not has_clinical_blocks(page_with(empty("signs"), bodies.text()).body)
