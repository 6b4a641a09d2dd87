"""The words of the standing pages."""

import pytest

from home.ensure_site.standing_pages import STANDING_PAGES


class StandingPagesTests:
    @pytest.mark.parametrize("page", STANDING_PAGES, ids=lambda page: page.slug)
    def test_no_words_stand_in_for_others(self, page):
        words = f"{page.title} {page.standfirst} {page.text}".lower()
        assert not [mark for mark in ("lorem", "todo", "tbc", "[", "xxx", "placeholder") if mark in words]

    def test_a_parent_comes_before_its_children(self):
        slugs = [page.slug for page in STANDING_PAGES]
        assert all(slugs.index(page.parent) < slugs.index(page.slug) for page in STANDING_PAGES if page.parent)
