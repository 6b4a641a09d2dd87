"""The site's feed."""

import re

import pytest

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from tests.publication import published

pytestmark = pytest.mark.django_db


class LatestPostsTests:
    def test_it_holds_posts_and_no_other_kind_of_page(self, client):
        published(ConditionPage, title="Milia")
        published(BlogPostPage, title="Calm evenings")

        feed = client.get("/feed/").content.decode()

        assert re.findall(r"<item><title>(.*?)</title>", feed) == ["Calm evenings"]

    def test_it_may_only_be_read(self, client):
        assert client.post("/feed/").status_code == 405
