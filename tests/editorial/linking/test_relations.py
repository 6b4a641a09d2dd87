"""How relations are called at either end."""

import pytest
from django.apps import apps
from wagtail.models import Page

from articles.models import RelatedPage
from blog.models import BlogPostPage, PostCondition
from conditions.models import ConditionPage
from core.links import links_of
from editorial.linking.relations import IN_TEXT, ORDER, OTHER, RELATIONS, relation_of
from ingredients.models import IngredientPage
from products.models import ProductPage
from tests.conditions.bodies import cause, differential
from tests.core import bodies
from tests.publication import draft


def boxes_of(page: Page) -> set[str]:
    """The boxes in which the newest version of a page names another."""
    page.save_revision(clean=False)
    return {link.box for link in links_of(page.get_latest_revision_as_object())}


class RelationOfTests:
    def test_a_box_with_a_name_is_called_by_it(self):
        relation = relation_of("body.causes.items.item.condition", is_text=False)
        assert (relation.there, relation.here) == ("Names as a cause", "Named as a cause in")

    def test_a_text_links_and_any_other_box_chooses(self):
        assert relation_of("body.text", is_text=True) is IN_TEXT
        assert relation_of("body.card.page", is_text=False) is OTHER
        assert relation_of("", is_text=False) is OTHER

    def test_every_relation_has_its_place_in_the_order(self):
        assert set(ORDER) == {*RELATIONS.values(), IN_TEXT, OTHER}
        assert ORDER[-2:] == [OTHER, IN_TEXT]

    def test_no_two_boxes_are_called_the_same_from_where_they_are(self):
        assert len({relation.there for relation in RELATIONS.values()}) >= len(RELATIONS) - 1


class BoxTests:
    def test_the_boxes_of_pages_are_spelled_this_way(self, site_tree):
        condition, ingredient, product = draft(ConditionPage), draft(IngredientPage), draft(ProductPage)
        post = draft(BlogPostPage)
        post.body = [bodies.ingredients(ingredient), bodies.product(product)]
        post.post_conditions = [PostCondition(condition=condition)]
        post.related_pages = [RelatedPage(target=product)]
        assert boxes_of(post) == {
            "body.ingredients.items.item.ingredient",
            "body.product.product",
            "post_conditions.item.condition",
            "related_pages.item.target",
            "contributions.item.person",
        }
        other = draft(ConditionPage)
        causes = ("causes", {"title": "Causes", "items": [cause("A plug", condition)]})
        other.body = [causes, differential(condition)]
        assert boxes_of(other) >= {
            "body.causes.items.item.condition",
            "body.differential.items.item.condition",
        }
        assert boxes_of(post) <= RELATIONS.keys()

    @pytest.mark.parametrize("box", RELATIONS)
    def test_each_begins_with_a_field_of_some_page(self, box):
        names = {
            field.name for model in apps.get_models() if issubclass(model, Page) for field in model._meta.get_fields()
        }
        assert box.partition(".")[0] in names
