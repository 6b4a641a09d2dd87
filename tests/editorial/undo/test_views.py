"""Pressing “Undo”."""

from datetime import timedelta

import pytest
from django.test import Client

from blog.models import BlogPostPage
from core.shown import state_of
from editorial.scheduling import runner
from editorial.undo.steps import Step
from tests.edit_form import said
from tests.editorial.scheduling.mornings import NINE
from tests.editorial.undo.pressing import press_undo, publish_in_form, unpublish
from tests.publication import draft, publish, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site_tree, clock):
    """A complete post that readers cannot see yet."""
    return draft(BlogPostPage, title="Calm skin")


def is_live(page):
    """Whether readers see a page, asked anew."""
    return BlogPostPage.objects.get(pk=page.pk).live


class UndoTests:
    def test_publishing_is_taken_back(self, page, editor_client):
        response = press_undo(editor_client, publish_in_form(editor_client, page))
        assert "“Calm skin” is offline again. Your text is a draft." in said(response)
        assert not is_live(page)

    def test_publishing_changes_is_taken_back(self, page, editor_client):
        publish_in_form(editor_client, page)
        response = publish_in_form(editor_client, page, standfirst="Something else")
        response = press_undo(editor_client, response)
        assert "Readers see “Calm skin” as before. Your changes are a draft." in said(response)
        assert BlogPostPage.objects.get(pk=page.pk).standfirst != "Something else"

    def test_taking_offline_is_taken_back(self, page, editor_client):
        publish_in_form(editor_client, page)
        response = press_undo(editor_client, unpublish(editor_client, page))
        assert "“Calm skin” is live again, as it was." in said(response)
        assert is_live(page)

    def test_scheduling_is_taken_back(self, page, editor_client):
        response = publish_in_form(editor_client, page, go_live_at="2026-03-02 09:00")
        response = press_undo(editor_client, response)
        assert "“Calm skin” goes live by itself no more. Its date stays in the draft." in said(response)
        assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()
        assert BlogPostPage.objects.get(pk=page.pk).go_live_at == NINE

    def test_a_second_press_changes_nothing_and_says_so(self, page, editor_client):
        done = publish_in_form(editor_client, page)
        press_undo(editor_client, done)
        response = press_undo(editor_client, done)
        words = "Nothing was undone: it was undone already, or something else has happened to “Calm skin” since."
        assert words in said(response)

    def test_a_plan_that_comes_back_is_named(self, page, editor_client):
        publish_in_form(editor_client, page, go_live_at="2026-03-02 09:00")
        response = publish_in_form(editor_client, page, go_live_at="2026-03-02 10:00")
        response = press_undo(editor_client, response)
        assert "the earlier version goes live Mon 2 Mar 09:00 (London)." in said(response)

    def test_a_plan_whose_time_has_passed_is_named_and_does_not_come_back(self, page, editor_client, clock):
        publish_in_form(editor_client, page, go_live_at="2026-03-02 09:00")
        clock(NINE - timedelta(minutes=2))
        response = publish_in_form(editor_client, page, go_live_at="")
        assert is_live(page)
        clock(NINE + timedelta(minutes=1))
        response = press_undo(editor_client, response)
        assert "What was scheduled for Mon 2 Mar 09:00 (London) is not scheduled again" in said(response)
        runner.run()
        assert not is_live(page)

    def test_whoever_may_not_edit_the_page_is_led_to_the_dashboard_without_a_complaint(
        self, page, reviewer, reviewer_client
    ):
        before = state_of(page.pk)
        publish(page)
        step = Step(page.pk, reviewer.pk, before, state_of(page.pk))
        response = reviewer_client.post("/admin/undo/", {"step": step.signed()}, follow=True)
        assert "“Calm skin” is offline again." in said(response)
        assert "do not have permission" not in said(response)

    def test_after_ten_minutes_it_says_that_it_is_too_late(self, page, editor_client, clock):
        done = publish_in_form(editor_client, page)
        clock(NINE)
        assert "it was more than 10 minutes ago" in said(press_undo(editor_client, done))
        assert is_live(page)

    def test_a_page_that_was_deleted_is_said(self, page, editor_client):
        done = publish_in_form(editor_client, page)
        BlogPostPage.objects.get(pk=page.pk).delete()
        assert "the page has been deleted" in said(press_undo(editor_client, done))

    def test_somebody_else_who_may_not_publish_may_not(self, page, editor_client, writer_client):
        done = publish_in_form(editor_client, page)
        assert "do not have permission" in said(press_undo(writer_client, done))
        assert is_live(page)

    def test_what_may_not_be_live_any_more_is_explained(self, page, editor_client):
        publish_in_form(editor_client, page, expire_at="2026-03-02 08:05")
        done = unpublish(editor_client, page)
        revision = page.revisions.earliest("pk")
        type(revision).objects.filter(object_id=str(page.pk)).update(content=revision.content | {"contributions": []})
        response = press_undo(editor_client, done)
        assert "“Calm skin” cannot go live yet. Name at least one author" in said(response)
        assert not is_live(page)

    def test_neither_a_link_nor_a_foreign_page_does_anything(self, page, editor, editor_client):
        assert editor_client.get("/admin/undo/").status_code == 405
        stranger = Client(enforce_csrf_checks=True)
        stranger.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
        assert stranger.post("/admin/undo/", {"step": "x"}).status_code == 403

    def test_an_invented_step_is_refused(self, site_tree, editor_client):
        published(BlogPostPage)
        assert "can be undone no more" in said(editor_client.post("/admin/undo/", {"step": "x"}, follow=True))
