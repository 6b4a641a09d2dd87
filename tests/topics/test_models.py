"""Topics, body sites and glossary terms."""

import pytest

from blog.models import BlogPostPage
from tests.blog.factories import BlogPostPageFactory
from tests.markup import words
from tests.publication import publish, published
from tests.topics.factories import BodySiteFactory, GlossaryTermFactory
from topics.models import TopicPage

pytestmark = pytest.mark.django_db


class TopicIndexPageTests:
    def test_it_lists_topics_by_name(self, site_tree):
        published(TopicPage, title="Sun")
        published(TopicPage, title="Body care")

        assert [topic.title for topic in site_tree.topics.listed_pages()] == ["Body care", "Sun"]

    def test_each_row_has_the_introduction_and_how_many_pages_there_are(self, client, site_tree):
        body = published(TopicPage, title="Body care", introduction="<p>Below the <i>neck</i> only.</p>")
        published(TopicPage, title="Sun", introduction="")
        for _ in range(2):
            published(BlogPostPage, topics=[body])

        text = words(client.get("/topics/").content.decode())

        assert "Body care Below the neck only. 2 pages Sun Nothing here yet" in text


class TopicPageTests:
    def test_list_and_feed_hold_what_carries_the_topic(self):
        topic = published(TopicPage)
        post = publish(BlogPostPageFactory(topics=[topic]))
        publish(BlogPostPageFactory())

        assert [page.pk for page in topic.listed_pages()] == [post.pk]
        assert [page.pk for page in topic.feed_pages()] == [post.pk]


class SnippetTests:
    def test_body_sites_and_terms_are_known_by_their_words(self):
        assert str(BodySiteFactory(name="Upper back")) == "Upper back"
        assert str(GlossaryTermFactory(term="Comedone")) == "Comedone"
