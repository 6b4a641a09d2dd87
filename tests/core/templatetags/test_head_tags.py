"""Words for the head of every page."""

from types import SimpleNamespace

import pytest
from django.template import Context, Template


def title(words: str, site_name: str) -> str:
    """A title as the base template makes it."""
    template = Template("{% load head_tags %}{% filter with_site_name:site %}{{ words }}{% endfilter %}")
    return template.render(Context({"words": words, "site": SimpleNamespace(name=site_name)}))


class WithSiteNameTests:
    @pytest.mark.parametrize(
        ("words", "site_name", "shown"),
        [
            ("Milia", "Plain Skin", "Milia · Plain Skin"),
            ("Milia", "", "Milia"),
            ("x" * 60, "Plain Skin", "x" * 60),
            ("Soap & <water>", "Skin & Co", "Soap &amp; &lt;water&gt; · Skin &amp; Co"),
        ],
    )
    def test_the_name_follows_where_there_is_room_and_all_is_escaped_once(self, words, site_name, shown):
        assert title(words, site_name) == shown

    def test_escaping_takes_up_no_room(self):
        assert title("&" * 52, "Plain Skin").endswith(" · Plain Skin")
