"""When “Undo” is offered."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from blog.models import BlogPostPage
from editorial.scheduling import runner
from editorial.undo.offer import Watch
from tests.edit_form import PUBLISH, create_url, edit_url, opened, said
from tests.editorial.scheduling.mornings import (
    NINE,
    TEN,
    break_revision,
    expiring,
    hold_all,
    is_live,
    item_of,
    planned,
)
from tests.editorial.undo.pressing import press_undo, publish_in_form, undo_button, unpublish
from tests.publication import draft, publish, published

pytestmark = pytest.mark.django_db


def try_now(client, page):
    """Press “Try now” for a page that is due; what is said afterwards."""
    return client.post(f"/admin/schedule/try/go_live/{item_of(page).target_id}/", follow=True)


class OfferTests:
    def test_publishing_scheduling_and_taking_offline_offer_it_in_their_message(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage, title="Calm skin")
        response = publish_in_form(editor_client, page)
        assert "has been published" in said(response)
        assert undo_button(response).get_text() == "Undo publishing “Calm skin”"
        response = publish_in_form(editor_client, page, title="Calmer skin")
        assert undo_button(response).get_text() == "Undo publishing the changes to “Calmer skin”"
        response = unpublish(editor_client, page)
        assert undo_button(response).get_text() == "Undo taking offline “Calmer skin”"
        response = publish_in_form(editor_client, page, go_live_at="2026-03-02 09:00")
        assert undo_button(response).get_text() == "Undo scheduling “Calmer skin”"

    def test_the_buttons_of_the_message_stay(self, site_tree, editor_client):
        response = publish_in_form(editor_client, draft(BlogPostPage))
        assert undo_button(response).find_previous("a").get_text(strip=True) == "Edit"

    def test_a_page_published_at_once_offers_it(self, site_tree, editor_client):
        address = create_url(BlogPostPage, site_tree.blog)
        draft_data = opened(editor_client, edit_url(draft(BlogPostPage)))
        data = opened(editor_client, address) | draft_data | PUBLISH | {"title": "Brand-new", "slug": "brand-new"}
        response = editor_client.post(address, data, follow=True)
        assert "“Brand-new” has been published." in said(response)
        assert undo_button(response).get_text() == "Undo publishing “Brand-new”"

    def test_the_last_approval_offers_it_to_whoever_gave_it(self, site_tree, writer, editor, editor_client):
        page = draft(BlogPostPage, title="Calm skin", go_live_at=timezone.now() + timedelta(days=2))
        page.get_workflow().start(page, writer)
        data = opened(editor_client, edit_url(page))
        data |= {"action-workflow-action": "true", "workflow-action-name": "approve"}
        data |= {"workflow-action-extra-data": json.dumps({"comment": ""})}
        response = editor_client.post(edit_url(page), data, follow=True)
        assert Page.objects.get(pk=page.pk).scheduled_revision
        assert undo_button(response).get_text() == "Undo scheduling “Calm skin”"

    def test_saving_a_draft_does_not(self, site_tree, editor_client):
        page = draft(BlogPostPage)
        response = editor_client.post(edit_url(page), opened(editor_client, edit_url(page)), follow=True)
        assert undo_button(response) is None

    def test_a_refused_publish_does_not(self, site_tree, editor_client):
        page = draft(BlogPostPage)
        page.contributions = []
        page.save_revision(clean=False)
        assert undo_button(publish_in_form(editor_client, page)) is None

    def test_a_whole_section_taken_offline_does_not(self, site_tree, administrator_client):
        page = published(BlogPostPage)
        assert undo_button(unpublish(administrator_client, page, include_descendants="on")) is None

    @pytest.mark.parametrize(("make", "action"), [(draft, "publish"), (published, "unpublish")])
    def test_several_pages_at_once_do_not(self, site_tree, administrator_client, make, action):
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        response = administrator_client.post(f"{address}?id={make(BlogPostPage).pk}&next=/admin/", follow=True)
        assert f"1 page has been {action}ed" in said(response)
        assert undo_button(response) is None

    def test_resuming_does_not(self, site_tree, clock, editor_client):
        page = planned(NINE)
        hold_all(TEN)
        clock(NINE)
        choice = {f"choice_{item_of(page).target_id}": "now"}
        response = editor_client.post("/admin/schedule/resume/", choice, follow=True)
        assert "is live now." in said(response)
        assert undo_button(response) is None

    def test_trying_now_offers_it_to_those_who_may_publish(
        self, site_tree, clock, writer, writer_client, editor_client
    ):
        pages = [planned(NINE, owner=writer, title=title) for title in ("Calm skin", "Sore skin")]
        clock(NINE)
        said_to_writer, said_to_editor = (
            try_now(client, page) for client, page in zip((writer_client, editor_client), pages, strict=True)
        )
        assert "“Calm skin” is live now." in said(said_to_writer)
        assert undo_button(said_to_writer) is None
        assert undo_button(said_to_editor).get_text() == "Undo publishing “Sore skin”"
        words = said(press_undo(editor_client, said_to_editor))
        assert "“Sore skin” is offline again." in words
        assert "What was scheduled for Mon 2 Mar 09:00 (London) is not scheduled again" in words
        runner.run()
        assert [is_live(page) for page in pages] == [True, False]

    def test_trying_in_vain_does_not(self, site_tree, clock, editor_client):
        page = break_revision(planned(NINE), contributions=[])
        clock(NINE)
        response = try_now(editor_client, page)
        assert "still does not get through" in said(response)
        assert undo_button(response) is None

    def test_an_end_that_is_tried_does_not_as_it_would_be_refused(self, site_tree, clock, editor_client):
        page = expiring(published(BlogPostPage))
        clock(NINE)
        response = editor_client.post(f"/admin/schedule/try/expire/{page.pk}/", follow=True)
        assert "is offline now" in said(response)
        assert undo_button(response) is None

    def test_a_due_item_that_never_was_is_left_alone(self, site_tree, editor_client):
        response = editor_client.post("/admin/schedule/try/go_live/999999/", follow=True)
        assert "not due any more" in said(response)
        assert undo_button(response) is None

    def test_an_unknown_address_is_left_alone(self, client):
        assert client.post("/nowhere/").status_code == 404


class WatchTests:
    def test_what_the_schedule_did_meanwhile_is_not_the_persons(self, site_tree, clock, editor):
        page = planned(NINE)
        watch = Watch.begin(page.pk)
        clock(NINE)
        runner.run()
        assert is_live(page)
        assert watch.step(editor.pk) is None

    def test_what_two_did_at_the_same_time_is_not_offered(self, site_tree, clock, editor, administrator):
        page = draft(BlogPostPage)
        watch = Watch.begin(page.pk)
        publish(page, editor)
        assert watch.step(administrator.pk) is None
        assert watch.step(editor.pk).page_id == page.pk
        BlogPostPage.objects.get(pk=page.pk).unpublish(user=administrator)
        assert watch.step(editor.pk) is None

    def test_nothing_done_is_no_step(self, site_tree, editor):
        assert Watch.begin(draft(BlogPostPage).pk).step(editor.pk) is None
        assert Watch.begin(None).step(editor.pk) is None
