"""Loads the whole demo in one go."""

from django.db import transaction
from wagtail.models import Page

from articles.models import ArticlePage
from home.demo import ledger
from home.demo.artwork import load_pictures
from home.demo.content import entries
from home.demo.finder import Finder
from home.demo.library import load_library
from home.demo.logins import Login, load_logins
from home.demo.pages import load_pages
from home.demo.site_words import load_home, load_settings
from home.models import StandardPage


def has_articles() -> bool:
    """Whether anybody has begun to fill this site; the standing pages every site begins with do not count."""
    return Page.objects.type(ArticlePage).not_exact_type(StandardPage).exists()


@transaction.atomic
def load(with_logins: bool, picture_width: int) -> tuple[int, list[Login]]:
    """Load what is missing of the demo; how many pages that were, and the logins."""
    finder, known = Finder(), ledger.known()
    logins = load_logins(finder) if with_logins else []
    load_library(finder, known)
    load_pictures(finder, known, picture_width)
    count = load_pages(finder, known, entries())
    load_settings(finder)
    load_home(finder)
    return count, logins
