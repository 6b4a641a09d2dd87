"""When “Undo” is offered."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from blog.models import BlogPostPage
from editorial.undo.offer import Watch
from tests.edit_form import PUBLISH, create_url, edit_url, opened, said
from tests.editorial.undo.pressing import publish_in_form, undo_button, unpublish
from tests.publication import draft, publish, published

pytestmark = pytest.mark.django_db


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

    def test_several_pages_at_once_do_not(self, site_tree, administrator_client):
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        response = administrator_client.post(f"{address}?id={draft(BlogPostPage).pk}&next=/admin/", follow=True)
        assert "1 page has been published" in said(response)
        assert undo_button(response) is None

    def test_an_unknown_address_is_left_alone(self, client):
        assert client.post("/nowhere/").status_code == 404


class WatchTests:
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
