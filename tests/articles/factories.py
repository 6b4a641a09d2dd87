"""What the factories of all articles share."""

import factory

from articles.models import ArticlePage
from tests.core.factories import BasePageFactory
from tests.people.factories import author, written_by


class ArticlePageFactory(BasePageFactory):
    """An article with a standfirst and an author."""

    standfirst = "What it is, and what to do about it."
    contributions = factory.LazyFunction(lambda: written_by(author()))

    class Meta:
        abstract = True
        model = ArticlePage
