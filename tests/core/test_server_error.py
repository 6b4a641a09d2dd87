"""The answer to a fault of the site's own."""

import pytest
from django.test import Client

from core import server_error as module
from core.server_error import server_error
from tests.markup import faults, links, words


class ServerErrorTests:
    def test_it_needs_neither_database_nor_request(self):
        html = server_error(None).content.decode()

        assert "Something went wrong here" in words(html)
        assert 'href="/static/css/site.css"' in html
        assert faults(html) == []

    def test_it_offers_nothing_that_can_fail(self):
        html = server_error(None).content.decode()

        assert links(html) == []
        assert "<form" not in html

    def test_it_is_read_without_a_stylesheet_where_none_was_collected(self, monkeypatch):
        def missing(name):
            raise ValueError(f"Missing staticfiles manifest entry for '{name}'")

        monkeypatch.setattr(module, "static", missing)

        assert "stylesheet" not in server_error(None).content.decode()

    @pytest.mark.django_db
    def test_readers_get_it_and_no_cache_keeps_it(self, site_tree, monkeypatch):
        def fail(request, *args, **kwargs):
            raise RuntimeError

        monkeypatch.setattr(type(site_tree.blog), "serve", fail)

        response = Client(raise_request_exception=False).get("/blog/")

        assert response.status_code == 500
        assert "Something went wrong here" in words(response.content.decode())
        assert response["Cache-Control"] == "private, no-store"
