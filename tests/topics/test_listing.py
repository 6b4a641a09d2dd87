"""Everything that carries a topic."""

from datetime import UTC, datetime

from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from products.models import ProductPage
from tests.core.privacy import keep_private
from tests.publication import draft, published
from topics.listing import page_counts, pages_about
from topics.models import TopicPage


class PagesAboutTests:
    def test_pages_of_all_types_come_newest_first(self, db):
        topic = published(TopicPage)
        types = [BlogPostPage, ConditionPage, QuestionPage, ProductPage]
        pages = [
            published(model, topics=[topic], published_at=datetime(2025, 1, day, tzinfo=UTC))
            for day, model in enumerate(types, start=1)
        ]
        published(BlogPostPage, topics=[published(TopicPage)])
        assert [page.pk for page in pages_about(topic)] == [page.pk for page in reversed(pages)]

    def test_a_topic_page_hands_readable_ones_to_its_template(self, client, site_tree):
        topic = published(TopicPage, slug="body")
        post = published(BlogPostPage, topics=[topic])
        draft(BlogPostPage, topics=[topic])
        assert list(client.get("/topics/body/").context["items"]) == [post]


class PageCountsTests:
    def test_pages_of_all_types_that_readers_may_see_are_counted_in_one_query(self, db, django_assert_num_queries):
        body, sun = published(TopicPage), published(TopicPage)
        published(BlogPostPage, topics=[body, sun])
        published(ConditionPage, topics=[body])
        draft(QuestionPage, topics=[body])
        keep_private(published(ProductPage, topics=[sun]))
        with django_assert_num_queries(2):  # With the restrictions, which a request reads once.
            assert page_counts() == {body.pk: 2, sun.pk: 1}
