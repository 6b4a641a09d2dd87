"""Finds pages: those known by this name first, then by their words."""

from itertools import product

from django.apps import apps
from django.db.models import Q
from wagtail.models import Page

from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from core.readable import readable_in
from ingredients.models import IngredientPage
from people.models import PersonPage
from products.models import ProductPage
from search.queries import tidy
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
#: Types whose pages are found by a name before any other, and the one-per-line fields that hold their names.
NAMED = {
    ConditionPage: ("title", "also_known_as", "clinical_names"),
    IngredientPage: ("title", "inci_name", "also_known_as"),
    QuestionPage: ("title",),
}
#: How much of what was asked a name has to make up, counted in letters: “back acne” does of “acne on my back”, while
#: “spots” says little about “why do spots leave dark marks”.
LEAST_SHARE = 0.4
#: Shorter words are in too many names to look for one by.
SHORTEST = 4
MOST_RESULTS = 200


def find(words: str) -> list[int]:
    """The keys of the readable pages that match, best first; `words` come from `queries.tidy`."""
    if not words:
        return []
    return list(dict.fromkeys([*known_as(words), *matching(words)]))[:MOST_RESULTS]


def known_as(words: str) -> list[int]:
    """Pages with a name that is what was asked, or most of it, the closest first; capitals and order do not count."""
    asked = set(words.casefold().split())
    telling = [word for word in asked if len(word) >= SHORTEST] or asked
    shares = {}
    for model, fields in NAMED.items():
        holds = Q()
        for field, word in product(fields, telling):
            holds |= Q(**{f"{field}__icontains": word})
        for page in readable_in(model.objects.filter(holds)).only("pk", *fields):
            names = (name for field in fields for name in getattr(page, field).splitlines())
            shares[page.pk] = max(share(asked, set(tidy(name).casefold().split())) for name in names)
    return sorted((key for key, part in shares.items() if part >= LEAST_SHARE), key=shares.get, reverse=True)


def share(asked: set[str], name: set[str]) -> float:
    """How much of what was asked a name makes up; nothing when it has words nobody asked for."""
    return len("".join(name)) / len("".join(asked)) if name <= asked else 0


def matching(words: str) -> list[int]:
    """Pages with all of the words; with any of them when there is none with all."""
    pages = readable_in(Page.objects.type(*SEARCHED))
    for operator in ("and", "or"):
        found = [page.pk for page in pages.search(words, operator=operator)[:MOST_RESULTS]]
        if found:
            return found
    return []
