"""Posts."""

import pytest

from blog.models import BlogPostPage, PostCondition
from conditions.models import ConditionPage
from core.publishing import PublishRefused
from tests.core import bodies
from tests.publication import draft

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db

PRODUCT = ("product", {"product": None, "reason": "Gentle on skin that reacts easily."})


class BlogPostPageTests:
    @pytest.mark.parametrize(
        ("body", "is_clinical"),
        [
            ([bodies.text()], False),
            ([bodies.text(), PRODUCT], False),
            ([bodies.text(), bodies.how_to()], True),
            ([bodies.seek_help()], True),
            ([], False),
        ],
        ids=["prose", "prose and a product", "how-to", "help card", "empty"],
    )
    def test_a_post_is_clinical_once_it_gives_advice_about_the_body(self, body, is_clinical):
        assert BlogPostPage(title="Post", body=body).is_clinical is is_clinical

    @pytest.mark.parametrize("body", [[], [("text", "")]], ids=["no block", "starter blocks alone"])
    def test_a_post_without_a_text_stays_a_draft_and_says_why(self, body):
        post = draft(BlogPostPage, body=body)

        with pytest.raises(PublishRefused, match="there is no text yet"):
            post.get_latest_revision().publish()

    def test_a_condition_of_a_post_is_known_by_its_name(self):
        assert str(PostCondition(condition=ConditionPage(title="Back acne"))) == "Back acne"


class BlogIndexPageTests:
    def test_the_blog_is_made_of_posts(self, site_tree):
        assert site_tree.blog.post_model is BlogPostPage
