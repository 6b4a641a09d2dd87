"""The topics of an article are links of it."""

import pytest
from wagtail.models import ReferenceIndex

from articles.models import ArticlePage
from blog.models import BlogPostPage
from core.links import links_of
from tests.publication import draft, published
from topics.models import TopicPage

pytestmark = pytest.mark.django_db


def filed_under(topic) -> set[int]:
    """The pages that the reference index knows to be filed under a topic."""
    references = ReferenceIndex.get_references_to(topic).filter(model_path="topics.item")
    return {int(key) for key in references.values_list("object_id", flat=True)}


class TopicsFieldTests:
    def test_what_is_saved_is_in_the_reference_index(self, site_tree):
        backs, faces = published(TopicPage), published(TopicPage)
        page = published(BlogPostPage, topics=[backs])
        assert (filed_under(backs), filed_under(faces)) == ({page.pk}, set())
        page.topics = [faces]
        page.save_revision().publish()
        assert (filed_under(backs), filed_under(faces)) == (set(), {page.pk})

    def test_a_draft_names_its_own(self, site_tree):
        backs, faces = published(TopicPage), published(TopicPage)
        page = published(BlogPostPage, topics=[backs])
        page.topics = [faces]
        page.save_revision()
        newest = page.get_latest_revision_as_object()
        assert {link.target for link in links_of(newest) if link.box == "topics.item"} == {faces.pk}
        assert filed_under(faces) == set()

    def test_a_topic_that_was_deleted_is_none(self, site_tree):
        topic = published(TopicPage)
        page = draft(BlogPostPage, topics=[topic])
        topic.delete()
        assert [link for link in links_of(page.get_latest_revision_as_object()) if link.box == "topics.item"] == []

    def test_wagtail_has_words_for_it(self, site_tree):
        topic = published(TopicPage)
        published(BlogPostPage, topics=[topic])
        [reference] = ReferenceIndex.get_references_to(topic).filter(model_path="topics.item")
        assert reference.describe_source_field() == "Topics"
        assert reference.describe_on_delete()

    def test_to_the_database_it_is_a_plain_relation(self):
        _, path, _, _ = ArticlePage._meta.get_field("topics").deconstruct()
        assert path == "modelcluster.fields.ParentalManyToManyField"
