"""The contents list of an article."""

import pytest

from blog.models import BlogPostPage
from tests.core import bodies

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db


def headings(*body):
    """The contents list of a page with this body."""
    return BlogPostPage(title="New", body=list(body)).headings


class HeadingsTests:
    def test_titles_of_blocks_and_headings_of_prose_are_listed_in_order(self):
        prose = "<h2>Why <b>backs</b> &amp; shoulders</h2><p>So.</p><h3>Detail</h3><h2>How</h2>"
        assert headings(bodies.summary(), bodies.text(prose), bodies.callout()) == [
            ("in-short", "In short"),
            ("why-backs-shoulders", "Why backs & shoulders"),
            ("how", "How"),
        ]

    def test_a_repeated_heading_is_listed_once(self):
        assert headings(bodies.summary(), bodies.summary()) == [("in-short", "In short")]

    def test_blocks_nobody_has_filled_in_are_left_out(self):
        block = BlogPostPage(title="New").body.stream_block.child_blocks["triggers"]
        assert headings(("triggers", block.get_default())) == []

    def test_an_empty_heading_is_left_out(self):
        assert headings(bodies.text("<h2> </h2><p>So.</p>")) == []
