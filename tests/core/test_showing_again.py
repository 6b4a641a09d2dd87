"""Showing readers again what they saw before; what undoing and the end of a bundle make of it has tests of its own."""

from datetime import timedelta

import pytest

from blog.models import BlogPostPage
from core.showing_again import offline, restore_plans, show_again
from core.shown import state_of
from tests.editorial.scheduling.mornings import NINE, TEN, planned
from tests.publication import publish, published

pytestmark = pytest.mark.django_db


class ShowAgainTests:
    def test_text_dates_and_the_log_of_changes_are_as_they_were(self, site_tree, clock):
        page = published(BlogPostPage, standfirst="Old")
        before = state_of(page.pk)
        clock(NINE)
        page.standfirst, page.change_kind, page.change_note = "New", "update", "New advice"
        publish(page)
        show_again(page.pk, before, None, "wagtail.publish")
        row = BlogPostPage.objects.get(pk=page.pk)
        assert (row.standfirst, row.changes.count(), row.updated_at) == ("Old", 0, None)
        assert state_of(page.pk)["rows"] == before["rows"]
        assert row.get_latest_revision_as_object().standfirst == "New"


class RestorePlansTests:
    def test_what_was_planned_is_so_again_and_nothing_else(self, site_tree, clock):
        page = planned(NINE)
        before = state_of(page.pk)
        page.go_live_at = TEN
        page.save_revision().publish()
        assert restore_plans(page, before, now=NINE - timedelta(seconds=1)) == []
        assert state_of(page.pk)["planned"] == before["planned"]

    def test_what_has_passed_by_then_is_not_and_is_named(self, site_tree, clock):
        page = planned(NINE)
        before = state_of(page.pk)
        page.go_live_at = TEN
        page.save_revision().publish()
        assert restore_plans(page, before, now=NINE) == [NINE]
        assert state_of(page.pk)["planned"] == {}

    def test_without_a_time_it_is_all_the_same_as_for_what_is_held(self, site_tree, clock):
        page = planned(NINE)
        before = state_of(page.pk)
        page.revisions.update(approved_go_live_at=None)
        clock(TEN)
        assert restore_plans(page, before) == []
        assert state_of(page.pk)["planned"] == before["planned"]


class OfflineTests:
    def test_nothing_is_put_live(self):
        assert offline({"live": True}) == {}
        assert offline({"live": False, "expired": True}) == {"live": False, "expired": True}
