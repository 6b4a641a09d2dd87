"""What every article carries."""

import pytest

from articles.models import Change, RelatedPage
from blog.models import BlogPostPage
from tests.publication import publish, published

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db


class ArticlePageTests:
    def test_publishing_a_change_asks_the_next_one_anew(self):
        page = published(BlogPostPage)
        page.change_kind, page.change_note = "update", "New advice on sunscreen."

        page = publish(page)

        assert (page.change_kind, page.change_note) == ("small_fix", "")
        assert page.get_latest_revision_as_object().change_kind == "small_fix"

    def test_a_draft_keeps_the_answer_until_it_goes_live(self):
        page = published(BlogPostPage)
        page.title = "Three calmer evenings"
        page.change_kind, page.change_note = "update", "New advice on sunscreen."
        page.save_revision()

        assert page.get_latest_revision_as_object().change_kind == "update"


class RowTests:
    def test_rows_are_known_by_the_page_they_concern(self):
        page = BlogPostPage(title="Calm evenings")

        assert str(RelatedPage(target=page)) == "Calm evenings"
        assert str(Change(kind="correction", page=page)) == "Correction: Calm evenings"
