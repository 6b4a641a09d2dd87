"""Every way in which a page of one type names one of another, by the box it does so in."""

from collections.abc import Callable
from typing import NamedTuple

from wagtail.models import Page

from articles.models import RelatedPage
from blog.models import BlogPostPage, PostCondition
from conditions.models import ConditionIngredient, ConditionPage, ConditionProduct, QuestionPage
from ingredients.models import IngredientPage
from people.models import PersonPage
from products.models import ProductIngredient, ProductPage
from tests.conditions.bodies import cause, differential
from tests.conditions.factories import about
from tests.core import bodies
from tests.editorial.linking.linked import words_with_links
from tests.people.factories import written_by
from topics.models import TopicPage


class Saying(NamedTuple):
    """How a page of one type names one of another, by the box it does so in."""

    source: type[Page]
    target: type[Page]
    values: Callable[[Page], dict]


def causes(page):
    """Causes one of which is a page."""
    return "causes", {"title": "Possible causes", "items": [cause("A plug of keratin", page)]}


def body(*blocks):
    """A body that names a page in these blocks."""
    return {"body": [bodies.seek_help(), *blocks]}


SAYINGS = {
    "post_conditions.item.condition": Saying(
        BlogPostPage, ConditionPage, lambda page: {"post_conditions": [PostCondition(condition=page)]}
    ),
    "question_conditions.item.condition": Saying(
        QuestionPage, ConditionPage, lambda page: {"question_conditions": about(page)}
    ),
    "topics.item": Saying(BlogPostPage, TopicPage, lambda page: {"topics": [page]}),
    "body.causes.items.item.condition": Saying(ConditionPage, ConditionPage, lambda page: body(causes(page))),
    "body.differential.items.item.condition": Saying(
        ConditionPage, ConditionPage, lambda page: body(differential(page))
    ),
    "condition_ingredients.item.ingredient": Saying(
        ConditionPage,
        IngredientPage,
        lambda page: {"condition_ingredients": [ConditionIngredient(ingredient=page)]},
    ),
    "condition_products.item.product": Saying(
        ConditionPage, ProductPage, lambda page: {"condition_products": [ConditionProduct(product=page)]}
    ),
    "product_ingredients.item.ingredient": Saying(
        ProductPage, IngredientPage, lambda page: {"product_ingredients": [ProductIngredient(ingredient=page)]}
    ),
    "body.ingredients.items.item.ingredient": Saying(
        BlogPostPage, IngredientPage, lambda page: body(bodies.ingredients(page))
    ),
    "body.product.product": Saying(BlogPostPage, ProductPage, lambda page: body(bodies.product(page))),
    "successor": Saying(ProductPage, ProductPage, lambda page: {"successor": page}),
    "contributions.item.person": Saying(BlogPostPage, PersonPage, lambda page: {"contributions": written_by(page)}),
    "related_pages.item.target": Saying(
        BlogPostPage, QuestionPage, lambda page: {"related_pages": [RelatedPage(target=page)]}
    ),
    "text": Saying(BlogPostPage, ConditionPage, lambda page: body(words_with_links(page))),
}
