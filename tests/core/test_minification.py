"""Readers' pages are sent without air, and lose nothing else."""

import re

import pytest
from django.http import HttpResponse, JsonResponse
from django.utils.html import strip_tags

from core.minification import MinificationMiddleware
from tests.articles.company import everything

pytestmark = pytest.mark.django_db

PAGE = """<!doctype html>
<html lang=en>
<head><title>T</title></head>
<body>
  <p>One   <b>two</b> three.</p>
</body>
</html>"""


@pytest.fixture
def answer(rf):
    """Send a response to a request through the middleware."""

    def send(path="/", response=None, **marks):
        request = rf.get(path)
        request.resolver_match = None
        for name, mark in marks.items():
            setattr(request, name, mark)
        return MinificationMiddleware(lambda request: response or HttpResponse(PAGE))(request).content.decode()

    return send


class MinificationTests:
    def test_a_reader_gets_a_page_without_air(self, answer):
        shown = answer()
        assert "<p>One <b>two</b> three.</p>" in shown
        assert len(shown) < len(PAGE)

    def test_the_admin_and_its_previews_stay_as_they_are(self, answer):
        assert answer("/admin/pages/") == PAGE
        assert answer(is_preview=True) == PAGE

    def test_what_is_no_page_stays_as_it_is(self, answer):
        assert answer(response=JsonResponse({"a": "<p>  </p>"})) == '{"a": "<p>  </p>"}'

    def test_no_word_and_no_link_is_lost(self, client, site_tree, answer):
        for address in everything().values():
            written = client.get(address).content.decode()
            sent = answer(response=HttpResponse(written))
            assert words(sent) == words(written), address
            assert links(sent) == links(written), address
            assert len(sent.encode()) < 0.95 * len(written.encode()), address


def words(markup: str) -> str:
    """The text of a page, the spaces between elements aside."""
    return re.sub(r"\s|&\w+;|&#\w+;|[&<>\"']", "", strip_tags(markup))


def links(markup: str) -> int:
    """How many links a page has."""
    return len(re.findall(r"<a\s", markup))
