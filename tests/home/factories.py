"""The home page and standing pages."""

import factory
from wagtail.models import Page

from home.models import HomePage, StandardPage
from tests.articles.factories import ArticlePageFactory
from tests.core import bodies
from tests.core.factories import IndexPageFactory


class HomePageFactory(IndexPageFactory):
    """The first page."""

    parent = factory.LazyFunction(lambda: Page.objects.get(depth=1))
    title = "Home"
    slug = "home"

    class Meta:
        model = HomePage


class StandardPageFactory(ArticlePageFactory):
    """A standing page."""

    parent = factory.LazyFunction(lambda: HomePage.objects.get())
    title = factory.Sequence(lambda number: f"Accessibility {number}")
    contributions = ()
    has_organisation_byline = True
    body = factory.LazyFunction(lambda: [bodies.text("<p>Everybody should be able to read this.</p>")])

    class Meta:
        model = StandardPage
