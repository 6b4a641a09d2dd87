"""What the pages of the site are called: by these names a text may mean one of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from django.db.models import QuerySet

from conditions.models import ConditionPage
from core.readable import readable_in
from ingredients.models import IngredientPage
from people.models import PersonPage
from products.models import ProductPage
from products.retirement import still_sold
from topics.models import TopicPage


class Kind(IntEnum):
    """What a name may stand for, in the order in which one of two pages of the same name is meant."""

    CONDITION = 1
    INGREDIENT = 2
    PRODUCT = 3
    PERSON = 4
    TOPIC = 5

    @property
    def word(self) -> str:
        """As people say it."""
        return self.name.lower()


#: These are written with capitals and have no plural.
PROPER = frozenset({Kind.PRODUCT, Kind.PERSON})


@dataclass(frozen=True)
class Name:
    """One name of one page."""

    words: str
    page_id: int
    kind: Kind
    title: str


def names_on_site() -> list[Name]:
    """The names of every page that readers may see and are still sent to."""
    return [
        *names_in(ConditionPage.objects.all(), Kind.CONDITION, "also_known_as", "clinical_names"),
        *names_in(IngredientPage.objects.all(), Kind.INGREDIENT, "inci_name", "also_known_as"),
        *names_in(still_sold(ProductPage.objects.all()), Kind.PRODUCT),
        *names_in(PersonPage.objects.all(), Kind.PERSON),
        *names_in(TopicPage.objects.all(), Kind.TOPIC),
    ]


def names_in(pages: QuerySet, kind: Kind, *fields: str) -> Iterator[Name]:
    """The names of some pages: their titles, and each line of these fields."""
    rows = readable_in(pages.filter(alias_of=None)).order_by("pk").values_list("pk", "title", *fields)
    for pk, title, *texts in rows:
        for words in distinct([title, *(line for text in texts for line in text.splitlines())]):
            yield Name(words, pk, kind, title)


def distinct(lines: Iterable[str]) -> list[str]:
    """The lines that say something, each once."""
    return list(dict.fromkeys(line.strip() for line in lines if line.strip()))
