"""Everything a page of its type needs."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from blog.models import BlogPostPage
from conditions.models import ConditionPage, ConditionSite, QuestionPage
from core.completeness import missing_parts, unusable_rows
from core.publishing import Problem
from home.models import StandardPage
from people.models import Credential, PersonPage
from products.models import ProductPage
from tests.core import bodies
from tests.publication import draft, published


def problems(page):
    """Where and why a page is not complete."""
    return {problem.where: problem.words for problem in missing_parts(page, timezone.now())}


class MissingPartsTests:
    """Each field, block, relation and row is asked."""

    @pytest.mark.parametrize("page_type", [BlogPostPage, ConditionPage, QuestionPage, ProductPage, PersonPage])
    def test_a_complete_page_lacks_nothing(self, site_tree, page_type):
        assert problems(draft(page_type)) == {}

    def test_needed_fields_are_named_by_their_labels(self, site_tree):
        page = draft(ProductPage)
        page.brand, page.title = None, ""
        assert problems(page) == {
            "brand": "Choose “Brand” before this page goes live.",
            "title": "Fill in “Title” before this page goes live.",
        }

    def test_a_page_type_may_have_words_of_its_own(self, site_tree):
        page = draft(ProductPage)
        page.commercial_relation = ""
        assert problems(page) == {
            "commercial_relation": "Say what we gain from this product: readers are told before any link."
        }

    def test_a_value_that_is_wrong_keeps_its_reason(self, site_tree):
        page = draft(ProductPage)
        page.commercial_relation = "bribe"
        assert problems(page) == {"commercial_relation": "Commercial relation: Value 'bribe' is not a valid choice."}

    def test_needed_relations_have_their_own_words(self, site_tree):
        page = draft(QuestionPage)
        page.question_conditions = []
        assert problems(page) == {"question_conditions": "Choose at least one condition this question concerns."}

    def test_rows_of_relations_are_asked_box_by_box(self, site_tree):
        page = draft(PersonPage)
        page.credentials = [Credential(name="Doctor"), Credential(name="", issuer="Council")]
        assert problems(page) == {"credentials.1.name": "Credential 2: Fill in “Name” before this page goes live."}

    def test_a_row_without_its_choice_is_found(self, site_tree):
        page = draft(ConditionPage)
        page.sites = [ConditionSite(frequency="also")]
        assert problems(page) == {
            "sites.0.body_site": "Condition site 1: Choose “Body site” before this page goes live."
        }

    def test_comments_of_editors_are_nobodys_business(self, site_tree):
        page = draft(BlogPostPage)
        relation = next(
            relation
            for relation in page._meta.related_objects
            if relation.get_accessor_name() == "wagtail_admin_comments"
        )
        assert list(unusable_rows(page, relation)) == []

    def test_started_blocks_are_asked_and_empty_ones_are_not(self, site_tree):
        page = draft(ConditionPage)
        empty = page.body.stream_block.child_blocks["how_to"].get_default()
        name, signs = bodies.signs()
        page.body = [("how_to", empty), (name, signs | {"signs": ""})]
        assert problems(page) == {"body.1:signs.signs": "Fill in “Signs” before this page goes live."}

    def test_what_the_page_type_itself_refuses_is_a_problem_at_its_field(self, site_tree):
        page = draft(StandardPage, parent=site_tree.home)
        page.slug = "feed"
        assert list(problems(page)) == ["slug"]

    def test_a_login_that_belongs_to_somebody_else_is_a_problem(self, site_tree, writer):
        published(PersonPage, user=writer)
        assert list(problems(PersonPage(title="Somebody", user=writer))) == ["user"]

    def test_a_refusal_of_the_page_as_a_whole_has_no_place(self, site_tree, monkeypatch):
        def refuse(page):
            raise ValidationError("Not like this.")

        page = draft(BlogPostPage)
        monkeypatch.setattr(BlogPostPage, "clean", refuse)
        assert list(missing_parts(page, timezone.now())) == [Problem("", "Not like this.")]
