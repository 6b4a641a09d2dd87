"""The publish step in a real browser: the question about a change, the refusal at its box, the one-click repair."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from blog.models import BlogPostPage
from core.clinical import HELP_TOO_LATE
from tests.core import bodies
from tests.edit_form import edit_url
from tests.publication import draft, published
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def editor_page(live_server, page):
    """A window in which an editor is signed in."""
    client = Client()
    client.force_login(UserFactory(role="Editor"), backend="django.contrib.auth.backends.ModelBackend")
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    return page


class ChangeQuestionTests:
    """A live page asks once what its readers are told."""

    def test_boxes_appear_for_the_chosen_answer_and_enter_saves_a_draft(self, live_server, editor_page):
        post = published(BlogPostPage, title="Calm skin")
        editor_page.goto(f"{live_server.url}{edit_url(post)}")
        note, wrong = editor_page.locator("#id_change_note"), editor_page.locator("#id_correction_wrong")
        expect(editor_page.get_by_role("button", name="Publish changes")).to_be_visible()
        expect(note).to_be_hidden()
        editor_page.get_by_label("Update", exact=True).check()
        expect(note).to_be_visible()
        expect(wrong).to_be_hidden()
        editor_page.get_by_label("Correction", exact=True).check()
        expect(note).to_be_hidden()
        expect(wrong).to_be_visible()
        editor_page.get_by_label("Small fix", exact=True).check()
        title = editor_page.locator("#id_title")
        title.fill("Calmer skin")
        title.press("Enter")
        expect(editor_page.get_by_text("has been updated")).to_be_visible()
        post.refresh_from_db()
        assert (post.title, post.draft_title) == ("Calm skin", "Calmer skin")


class RefusalTests:
    """A refused publish is explained at the box and repaired in one click."""

    def test_a_help_card_moves_up_in_one_click_and_the_post_goes_live(self, live_server, editor_page):
        post = draft(BlogPostPage, body=[bodies.how_to(), bodies.seek_help()])
        editor_page.goto(f"{live_server.url}{edit_url(post)}")
        editor_page.get_by_role("button", name="Publish", exact=True).click()
        expect(editor_page.locator("[data-streamfield-child]").nth(1)).to_contain_text(HELP_TOO_LATE)
        editor_page.get_by_role("button", name="Move help up").click()
        expect(editor_page.get_by_text("has been updated")).to_be_visible()
        editor_page.get_by_role("button", name="Publish", exact=True).click()
        expect(editor_page.get_by_text("has been published")).to_be_visible()
        post.refresh_from_db()
        assert post.live
        assert [child.block_type for child in post.body] == ["seek_help", "how_to"]
