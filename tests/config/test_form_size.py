"""How much one form may send: the longest article has to arrive."""

from blog.models import BlogPostPage
from tests.core import bodies
from tests.edit_form import edit_url, opened, stream
from tests.publication import draft


class LongArticleTests:
    def test_an_article_of_three_hundred_blocks_is_saved_whole(self, administrator_client, site_tree):
        page = draft(BlogPostPage)
        data = opened(administrator_client, edit_url(page)) | stream(page, *[bodies.text()] * 300)
        response = administrator_client.post(edit_url(page), data)
        assert (response.status_code, len(data) > 1000) == (302, True)
        page.refresh_from_db()
        assert len(page.get_latest_revision_as_object().body) == 300
