"""Finds pages: those known by exactly this name first, then by their words."""

from django.apps import apps
from django.db.models import Q
from wagtail.models import Page

from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from core.readable import readable_in
from ingredients.models import IngredientPage
from people.models import PersonPage
from products.models import ProductPage
from topics.models import TopicPage

SEARCHED = (
    BlogPostPage,
    ConditionPage,
    QuestionPage,
    ProductPage,
    IngredientPage,
    PersonPage,
    TopicPage,
    # A room beside this one: met by name, not by import.
    apps.get_model("home.StandardPage"),
)
#: Types whose pages are known by several names, and the one-per-line fields that hold them.
NAMED = {
    ConditionPage: ("title", "also_known_as", "clinical_names"),
    IngredientPage: ("title", "inci_name", "also_known_as"),
}
MOST_RESULTS = 200


def find(words: str) -> list[int]:
    """The keys of the readable pages that match, best first; `words` come from `queries.tidy`."""
    if not words:
        return []
    return list(dict.fromkeys([*known_as(words), *matching(words)]))[:MOST_RESULTS]


def known_as(name: str) -> list[int]:
    """Pages that carry exactly this name, in any of its spellings by case."""
    found = []
    for model, fields in NAMED.items():
        holds = Q()
        for field in fields:
            holds |= Q(**{f"{field}__icontains": name})
        for page in readable_in(model.objects.filter(holds)).only("pk", *fields):
            names = {line.strip().casefold() for field in fields for line in getattr(page, field).splitlines()}
            if name.casefold() in names:
                found.append(page.pk)
    return found


def matching(words: str) -> list[int]:
    """Pages with all of the words; with any of them when there is none with all."""
    pages = readable_in(Page.objects.type(*SEARCHED))
    for operator in ("and", "or"):
        found = [page.pk for page in pages.search(words, operator=operator)[:MOST_RESULTS]]
        if found:
            return found
    return []
