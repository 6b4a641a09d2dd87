"""The older pages that name a page without leading to it."""

import re
from functools import reduce
from operator import or_

from django.db.models import Q
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, get_page_models

from editorial.linking.known_names import vocabulary
from editorial.linking.models import NotHere
from editorial.linking.names import Name, names_on_site
from editorial.linking.suggestions import Suggestion, suggestions_for
from editorial.linking.word_forms import phrases_of
from users.models import User

#: Letters that are stored as they are read, whether somebody writes accents or not.
PLAIN = re.compile(r"[a-z0-9]+")
#: How many letters at the end of a short and of a long run the plural may change.
LONG = 5
ENDING = {0: 0, 1: 0, 2: 0, 3: 0, 4: 1, LONG: 2}
#: So many pages are read at most, the newest first.
READ = 500


def mentions_of(page: Page, user: User) -> list[tuple[Page, list[Suggestion]]]:
    """The live pages a user may edit that name a page and do not lead there, with the places of the newest version.

    A page with changes that readers do not see is left to whoever writes it: its panel offers the same.
    """
    names = [name for name in names_on_site() if name.page_id == page.pk]
    if not names:
        return []
    refused = set(NotHere.objects.filter(target=page.pk).values_list("page_id", "place"))
    found = []
    for other in candidates(page, names):
        places = {(page.pk, place) for key, place in refused if key == other.pk}
        here = [
            one
            for one in suggestions_for(other, vocabulary(), places)
            if one.name.page_id == page.pk and not one.is_everyday
        ]
        if here and other.permissions_for_user(user).can_edit():
            found.append((other, here))
    return found


def candidates(page: Page, names: list[Name]) -> list[Page]:
    """The live pages in whose texts a name may stand, as the database can tell: one too many.

    Missed is only a text that writes accents where the name has none.
    """
    stems = {stem_of(form) for name in names for form in phrases_of(name.words.lower())}
    found = []
    for model in get_page_models():
        fields = [one.name for one in model._meta.get_fields() if isinstance(one, StreamField | RichTextField)]
        if fields:
            naming = reduce(or_, (Q(**{f"{field}__icontains": stem}) for field in fields for stem in stems))
            pages = model.objects.live().filter(naming, has_unpublished_changes=False, alias_of=None)
            found += pages.exclude(pk=page.pk).order_by("-last_published_at")[:READ]
    return found


def stem_of(words: str) -> str:
    """The longest run of plain letters in a name, without the ending that its other number may change."""
    longest = max(PLAIN.findall(words.lower()), key=len, default="")
    return longest[: -ENDING[min(len(longest), LONG)] or None]
