"""Topics, body sites and glossary terms."""

import factory

from tests.core.factories import BasePageFactory, IndexPageFactory
from topics.models import BodySite, GlossaryTerm, TopicIndexPage, TopicPage


class TopicIndexPageFactory(IndexPageFactory):
    """The list of topics."""

    title = "Topics"
    slug = "topics"

    class Meta:
        model = TopicIndexPage


class TopicPageFactory(BasePageFactory):
    """A topic."""

    parent = factory.LazyFunction(lambda: TopicIndexPageFactory())
    title = factory.Sequence(lambda number: f"Body care {number}")
    introduction = "<p>Everything below the neck.</p>"

    class Meta:
        model = TopicPage


class BodySiteFactory(factory.django.DjangoModelFactory):
    """A place on the body."""

    name = factory.Sequence(lambda number: f"Upper back {number}")
    clinical_name = "Interscapular region"

    class Meta:
        model = BodySite


class GlossaryTermFactory(factory.django.DjangoModelFactory):
    """A technical word."""

    term = factory.Sequence(lambda number: f"Comedone {number}")
    meaning = "A pore closed by a plug of keratin and oil."

    class Meta:
        model = GlossaryTerm
