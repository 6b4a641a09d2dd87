"""What is offered about an approved page."""

from django.utils.html import format_html
from wagtail import hooks

from core.ready import offers


def register(monkeypatch, *found):
    """Let apps offer this, and nothing else."""
    monkeypatch.setattr(hooks, "get_hooks", lambda name: [lambda page, request, one=one: one for one in found])


class OffersTests:
    def test_each_app_adds_what_it_has_to_offer(self, rf, monkeypatch):
        register(monkeypatch, format_html("<b>{}</b>", "Now"), "", "here & there")
        assert offers(None, rf.get("/")) == "<b>Now</b> here &amp; there"

    def test_without_an_offer_nothing_stands_there(self, rf, monkeypatch):
        register(monkeypatch)
        assert offers(None, rf.get("/")) == ""
