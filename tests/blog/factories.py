"""Blog posts."""

import factory

from blog.models import BlogIndexPage, BlogPostPage
from tests.articles.factories import ArticlePageFactory
from tests.core import bodies
from tests.core.factories import IndexPageFactory


class BlogIndexPageFactory(IndexPageFactory):
    """The blog."""

    title = "Blog"
    slug = "blog"

    class Meta:
        model = BlogIndexPage


class BlogPostPageFactory(ArticlePageFactory):
    """A post with one piece of advice."""

    parent = factory.LazyFunction(lambda: BlogIndexPageFactory())
    title = factory.Sequence(lambda number: f"Three calm evenings for your back {number}")
    body = factory.LazyFunction(lambda: [bodies.text(), bodies.seek_help(), bodies.how_to(), bodies.dos_and_donts()])

    class Meta:
        model = BlogPostPage
