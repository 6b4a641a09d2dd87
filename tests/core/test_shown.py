"""The state of a page, in plain values."""

import json

import pytest

from blog.models import BlogPostPage
from core.shown import NEVER_PUBLIC, row_of, state_of
from tests.editorial.scheduling.mornings import NINE, planned
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


class StateOfTests:
    def test_it_is_the_same_after_a_way_through_a_browser(self, site_tree):
        page = published(BlogPostPage)
        page.create_alias(update_slug="alias")
        assert json.loads(json.dumps(state_of(page.pk))) == state_of(page.pk)

    def test_a_page_that_does_not_exist_has_none(self, site_tree):
        assert state_of(999_999) == {}

    def test_it_tells_what_readers_see_and_what_is_planned(self, site_tree, clock):
        page = planned(NINE)
        state = state_of(page.pk)
        assert state["planned"] == {str(page.latest_revision_id): "2026-03-02T09:00:00+00:00"}
        assert state["latest"] == page.latest_revision_id
        assert state["rows"][str(page.pk)]["live"] is False

    def test_aliases_and_theirs_belong_to_it(self, site_tree):
        page = published(BlogPostPage)
        alias = page.create_alias(update_slug="alias")
        second = alias.create_alias(update_slug="second")
        assert set(state_of(page.pk)["rows"]) == {str(one.pk) for one in (page, alias, second)}

    def test_a_new_draft_is_as_one_nobody_has_seen(self, site_tree):
        assert row_of(draft(BlogPostPage)) == NEVER_PUBLIC
