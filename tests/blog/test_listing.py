"""The list of posts."""

import re
from datetime import UTC, datetime

import pytest

from blog.models import BlogPostPage
from tests.core.privacy import keep_private
from tests.publication import draft, published
from topics.models import TopicPage


def listed(client, **query):
    """The titles on one sheet of the blog."""
    return [post.title for post in client.get("/blog/", query).context["items"]]


class PostListingTests:
    def test_posts_come_newest_first(self, client, site_tree):
        for title, day in [("Old", 1), ("New", 9), ("Middle", 5)]:
            published(BlogPostPage, title=title, published_at=datetime(2025, 1, day, tzinfo=UTC))
        assert listed(client) == ["New", "Middle", "Old"]

    def test_drafts_and_private_posts_are_left_out(self, client, site_tree):
        draft(BlogPostPage)
        keep_private(published(BlogPostPage))
        assert listed(client) == []

    def test_a_topic_narrows_the_list(self, client, site_tree):
        topic = published(TopicPage, slug="body")
        published(BlogPostPage, title="About it", topics=[topic])
        published(BlogPostPage, title="About something else")
        assert listed(client, topic="body") == ["About it"]

    @pytest.mark.parametrize("slug", ["nothing", "\x00", "", "x" * 10_000])
    def test_an_unknown_topic_changes_nothing(self, client, site_tree, slug):
        published(BlogPostPage, title="Post")
        assert listed(client, topic=slug) == ["Post"]

    def test_only_topics_of_readable_posts_are_offered(self, client, site_tree):
        used, hidden = published(TopicPage), published(TopicPage)
        published(BlogPostPage, topics=[used])
        draft(BlogPostPage, topics=[hidden])
        assert client.get("/blog/").context["topics"] == [used]

    @pytest.mark.parametrize(
        ("page", "number"), [("2", 2), ("99", 2), ("0", 2), ("-4", 2), ("x", 1), ("\x00", 1), ("9" * 5000, 1)]
    )
    def test_any_page_number_gives_a_sheet(self, client, site_tree, monkeypatch, page, number):
        monkeypatch.setattr("core.listing.ListingPage.per_page", 1)
        for _ in range(2):
            published(BlogPostPage)
        assert client.get("/blog/", {"page": page}).context["items"].number == number

    def test_the_first_sheet_has_one_address(self, client, site_tree):
        published(BlogPostPage)
        assert re.search(r'rel="canonical" href="[^"?]+/blog/"', client.get("/blog/?page=1").content.decode())
