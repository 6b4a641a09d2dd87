"""The address of a page that was public answers after it went offline: it leads on, or says 410."""

from datetime import timedelta

import pytest
from django.http import HttpRequest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from blog.models import BlogPostPage
from core import offline
from core.offline import TakenDownError, lead_on, register_memory, was_address
from tests.core.privacy import keep_private
from tests.markup import faults, links, words
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def gone(site_tree):
    """A post that was live and has been taken offline."""
    page = published(BlogPostPage, title="Winter offers", slug="winter-offers")
    page.unpublish()
    return BlogPostPage.objects.get(pk=page.pk)


class AddressTests:
    def test_what_was_taken_down_says_so_and_leads_on(self, client, gone):
        published(BlogPostPage, title="Winter offers again", slug="winter-offers-again")
        response = client.get("/blog/winter-offers/")
        html = response.content.decode()

        assert response.status_code == 410
        assert "This page was taken down" in words(html)
        assert "/blog/winter-offers-again/" in links(html)
        assert faults(html) == []

    def test_nothing_of_its_words_is_told(self, client, gone):
        gone.title = "What nobody may know"
        gone.save()
        html = client.get("/blog/winter-offers/").content.decode()

        assert "nobody may know" not in html

    def test_an_expired_page_leads_where_its_editor_chose(self, client, site_tree):
        newer = published(BlogPostPage, slug="newer")
        page = published(BlogPostPage, slug="older", forward_to=newer)
        page.unpublish(set_expired=True)

        response = client.get("/blog/older/?from=mail")

        assert (response.status_code, response["Location"]) == (301, "/blog/newer/")

    def test_it_never_leads_to_what_readers_may_not_see(self, client, gone):
        for target in (draft(BlogPostPage), gone):
            gone.forward_to = target
            gone.save()
            assert client.get("/blog/winter-offers/").status_code == 410

    def test_a_redirect_an_editor_made_goes_first(self, client, gone):
        Redirect.add_redirect("/blog/winter-offers", "/conditions/")
        assert client.get("/blog/winter-offers/")["Location"] == "/conditions/"

    def test_caches_keep_it_for_a_moment_because_the_page_may_come_back(self, client, gone):
        seconds = int(client.get("/blog/winter-offers/")["Cache-Control"].rpartition("=")[2])
        assert 0 < seconds <= 10

    def test_a_page_that_was_never_public_is_not_found(self, client, site_tree):
        page = draft(BlogPostPage, slug="secret", go_live_at=timezone.now() + timedelta(days=1))
        page.save_revision().publish()
        assert client.get("/blog/secret/").status_code == 404

    def test_a_private_page_is_not_found(self, client, gone):
        keep_private(gone)
        assert client.get("/blog/winter-offers/").status_code == 404

    def test_what_lies_below_it_is_not_found(self, client, gone):
        assert client.get("/blog/winter-offers/more/").status_code == 404

    def test_a_live_page_is_served_whatever_it_would_lead_to(self, client, site_tree):
        published(BlogPostPage, slug="here", forward_to=published(BlogPostPage))
        assert client.get("/blog/here/").status_code == 200


class LeadOnTests:
    def test_without_a_way_it_is_gone(self, gone):
        with pytest.raises(TakenDownError):
            lead_on(gone, HttpRequest())


class MemoryTests:
    @pytest.fixture(autouse=True)
    def memories(self, monkeypatch):
        """Nobody remembers anything yet."""
        monkeypatch.setattr(offline, "_memories", [])

    def test_nobody_remembers_an_address_unasked(self):
        assert not was_address("/blog/winter-offers/")

    def test_one_who_remembers_is_enough(self):
        register_memory(lambda path: False)
        register_memory(lambda path: path == "/blog/winter-offers/")
        assert was_address("/blog/winter-offers/")
        assert not was_address("/blog/spring-offers/")

    def test_an_address_that_is_remembered_is_gone(self, client, site_tree):
        assert client.get("/blog/winter-offers/").status_code == 404
        register_memory(lambda path: path == "/blog/winter-offers/")
        assert client.get("/blog/winter-offers/").status_code == 410

    def test_a_page_that_is_there_is_served_whatever_is_remembered(self, client, site_tree):
        register_memory(lambda path: True)
        published(BlogPostPage, slug="here")
        assert client.get("/blog/here/").status_code == 200
