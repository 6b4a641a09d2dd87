"""The answer to an address nobody has."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from conditions.models import ConditionPage
from tests.markup import faults, links, words
from tests.publication import published

HOSTILE = [
    "/%00/",
    "/conditions/back%00acne/",
    "/%FF%FE/",
    "/conditions/%C3%28/",
    "/" + "a" * 20_000 + "/",
    "/" + "back-acne/" * 3000,
    "//example.org/%2e%2e/",
    "/<script>alert(1)</script>/",
    "/conditions/' OR 1=1 --/",
    "/%E2%80%AE/%F0%9F%98%80/",
]


@pytest.fixture
def back_acne(site_tree):
    return published(ConditionPage, title="Back acne", slug="back-acne")


class NotFoundTests:
    def test_the_page_meant_is_offered_with_its_kind(self, client, back_acne):
        response = client.get("/conditions/bak-acne/")
        html = response.content.decode()

        assert response.status_code == 404
        assert "Did you mean this page? Condition Back acne" in words(html)
        assert back_acne.get_url() in links(html)
        assert faults(html) == []

    def test_the_search_is_filled_in(self, client, back_acne):
        html = client.get("/conditions/white-bumps-2.html").content.decode()

        assert re.search(r'id="page-search" name="q" value="white bumps 2"', html)

    def test_search_engines_are_asked_to_leave_it(self, client, site_tree):
        assert client.get("/no-such-page/").content.decode().count('<meta name="robots" content="noindex">') == 1

    def test_caches_keep_it_for_a_moment_because_a_page_may_go_live_there(self, client, site_tree):
        kept = re.fullmatch(r"public, max-age=0, s-maxage=(\d+)", client.get("/no-such-page/")["Cache-Control"])

        assert 0 < int(kept[1]) <= 10

    def test_capitals_and_slashes_lead_to_the_page_in_one_step(self, client, back_acne):
        for path in ("/Conditions/Back-Acne/", "/Conditions/back-acne", "/conditions//back-acne/"):
            response = client.get(f"{path}?page=2&q=%26")

            assert (response.status_code, response["Location"]) == (301, "/conditions/back-acne/?page=2&q=%26")

    def test_what_was_sent_in_is_not_sent_elsewhere(self, client, back_acne):
        assert client.post("/Conditions/Back-Acne/").status_code == 404

    def test_hostile_addresses_are_answered_like_any_other(self, client, back_acne):
        for path in HOSTILE:
            response = client.get(path)
            html = response.content.decode()

            assert response.status_code == 404, path[:80]
            assert "<script>alert" not in html
            assert len(html) < 30_000

    def test_nothing_is_written(self, client, back_acne):
        with CaptureQueriesContext(connection) as queries:
            client.get("/conditions/bak-acne/")

        assert [query["sql"] for query in queries if not query["sql"].lstrip("(").startswith("SELECT")] == []

    def test_a_site_without_an_address_of_its_own_answers_too(self, client, back_acne):
        Site.objects.all().delete()

        assert client.get("/conditions/bak-acne/").status_code == 404


class DeletedTests:
    @pytest.fixture
    def deleted(self, back_acne, administrator_client):
        """A condition that was deleted in the admin after readers saw it."""
        administrator_client.post(reverse("wagtailadmin_pages:delete", args=[back_acne.pk]), {"answer": "gone"})
        assert not Page.objects.filter(pk=back_acne.pk).exists()
        return back_acne

    def test_its_address_says_that_it_was_taken_down(self, client, deleted):
        response = client.get("/conditions/back-acne/")
        html = response.content.decode()

        assert response.status_code == 410
        assert "This page was taken down" in words(html)
        assert faults(html) == []

    def test_the_pages_it_may_have_meant_are_offered(self, client, deleted):
        near = published(ConditionPage, title="Back acne again", slug="back-acne-again")
        assert near.get_url() in links(client.get("/conditions/back-acne/").content.decode())

    def test_with_or_without_a_slash_or_a_question(self, client, deleted):
        for path in ("/conditions/back-acne", "/conditions/back-acne/?from=mail"):
            assert client.get(path, follow=True).status_code == 410

    def test_what_lies_below_or_beside_it_was_never_there(self, client, deleted):
        for path in ("/conditions/back-acne/more/", "/conditions/back/", "/back-acne/"):
            assert client.get(path).status_code == 404

    def test_a_redirect_an_editor_made_goes_first(self, client, deleted):
        Redirect.add_redirect("/conditions/back-acne", "/conditions/")
        assert client.get("/conditions/back-acne/")["Location"] == "/conditions/"

    def test_a_new_page_at_the_address_goes_first(self, client, deleted):
        published(ConditionPage, title="Back acne", slug="back-acne")
        assert client.get("/conditions/back-acne/").status_code == 200

    def test_caches_keep_it_for_a_moment(self, client, deleted):
        kept = re.fullmatch(r"public, max-age=0, s-maxage=(\d+)", client.get("/conditions/back-acne/")["Cache-Control"])
        assert int(kept[1]) <= 10
