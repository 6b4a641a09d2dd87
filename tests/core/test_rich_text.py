"""Links in rich text rendered without its page."""

import pytest
from wagtail.rich_text import expand_db_html

from blog.models import BlogPostPage
from tests.core.privacy import keep_private
from tests.publication import draft, published


def link(key):
    """A link to a page, as stored and then rendered."""
    return expand_db_html(f'<a linktype="page" id="{key}">there</a>')


class ReadablePageLinkHandlerTests:
    def test_a_readable_page_is_linked(self, db):
        assert link(published(BlogPostPage, slug="calm").pk) == '<a href="/blog/calm/">there</a>'

    def test_a_draft_is_not_linked(self, db):
        assert link(draft(BlogPostPage).pk) == "<a>there</a>"

    def test_a_private_page_is_not_linked(self, db):
        page = published(BlogPostPage)
        keep_private(page)
        assert link(page.pk) == "<a>there</a>"

    @pytest.mark.parametrize("key", ["", "x", "987654"])
    def test_a_page_that_is_gone_is_not_linked(self, db, key):
        assert link(key) == "<a>there</a>"

    def test_links_of_one_text_cost_one_query_for_pages(self, db, django_assert_max_num_queries):
        keys = [published(BlogPostPage).pk for _ in range(3)]
        html = "".join(f'<a linktype="page" id="{key}">there</a>' for key in keys)
        expand_db_html(html)
        # One for the pages, one for restrictions each, which a request reads only once.
        with django_assert_max_num_queries(4):
            expand_db_html(html)
