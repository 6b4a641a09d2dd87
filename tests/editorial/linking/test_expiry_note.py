"""What the schedule section says of a page that goes offline."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import BlogPostPage
from tests.core import bodies
from tests.edit_form import edit_url
from tests.editorial.linking.swept import link_to
from tests.publication import published

pytestmark = pytest.mark.django_db


def said(client, page) -> str:
    """The form of a page, its words in one line."""
    return " ".join(client.get(edit_url(page)).content.decode().split())


class ExpiryNoteTests:
    def test_it_counts_who_leads_here_and_says_what_the_address_will_answer(self, editor_client, site_tree):
        page = published(BlogPostPage, expire_at=timezone.now() + timedelta(days=9))
        for _ in range(2):
            published(BlogPostPage, body=[bodies.text(link_to(page))])
        words = said(editor_client, page)
        assert "2 pages lead here." in words
        assert "Its address will say that it was taken down" in words

    def test_it_names_the_page_that_readers_are_led_to(self, editor_client, site_tree):
        instead = published(BlogPostPage, title="Newer advice")
        page = published(BlogPostPage, expire_at=timezone.now() + timedelta(days=9), forward_to=instead)
        assert "Its address will lead to “Newer advice”" in said(editor_client, page)

    def test_a_page_that_stays_has_none(self, editor_client, site_tree):
        page = published(BlogPostPage)
        published(BlogPostPage, body=[bodies.text(link_to(page))])
        assert "lead here" not in said(editor_client, page)
        assert "leads here." not in said(editor_client, page)

    def test_an_end_that_stands_in_a_draft_alone_is_called_that(self, editor_client, site_tree):
        page = published(BlogPostPage)
        page.expire_at = timezone.now() + timedelta(days=9)
        page.save_revision()
        words = "The end below is not scheduled yet."
        assert words in said(editor_client, page)
        page.save_revision().publish()
        assert words not in said(editor_client, page)

    def test_an_end_that_only_a_draft_has_lost_still_counts(self, editor_client, site_tree):
        page = published(BlogPostPage, expire_at=timezone.now() + timedelta(days=9))
        page.expire_at = None
        page.save_revision()
        assert "Its address will say that it was taken down" in said(editor_client, page)
