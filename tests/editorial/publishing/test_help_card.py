"""Moving the help card before the first treatment, in one click."""

import pytest

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.clinical import HELP_TOO_LATE
from editorial.publishing.help_card import move_help_up
from tests.core import bodies
from tests.edit_form import PUBLISH, edit_url, opened, parsed, said, sent_by, stream
from tests.publication import draft

FIX = {"action-fix": "move_help_up"}


def kinds(page):
    """The types of a page's blocks, in order."""
    return [child.block_type for child in page.body]


@pytest.mark.django_db
class MoveHelpUpTests:
    """The repair itself."""

    def test_the_card_goes_right_before_the_first_treatment_with_words_and_id(self):
        page = ConditionPage(body=[bodies.text(), bodies.how_to(), bodies.prevention(), bodies.seek_help()])
        # Blocks get their ids when they are stored.
        page.body.get_prep_value()
        before = {child.id: child.value for child in page.body}
        move_help_up(page)
        assert kinds(page) == ["text", "seek_help", "how_to", "prevention"]
        assert len(before) == 4
        assert all(before[child.id] is child.value for child in page.body)

    @pytest.mark.parametrize(
        "blocks",
        [
            [bodies.seek_help(), bodies.how_to()],
            [bodies.how_to(), bodies.text()],
            [bodies.text(), bodies.seek_help()],
        ],
        ids=["right already", "no card", "no treatment"],
    )
    def test_nothing_moves_where_nothing_is_wrong(self, blocks):
        page = ConditionPage(body=blocks)
        move_help_up(page)
        assert kinds(page) == [name for name, _ in blocks]


class ButtonTests:
    """The button in the edit form."""

    @pytest.fixture
    def post(self, site_tree):
        return draft(BlogPostPage, body=[bodies.how_to(), bodies.text(), bodies.seek_help()])

    def test_a_refused_publish_offers_the_repair_beside_the_reason(self, administrator_client, post):
        data = opened(administrator_client, edit_url(post)) | PUBLISH
        response = administrator_client.post(edit_url(post), data)
        assert HELP_TOO_LATE in said(response)
        button = parsed(response).select_one("button[name='action-fix']")
        assert (button["value"], button.text) == ("move_help_up", "Move help up")

    def test_no_other_refusal_offers_it(self, administrator_client, post):
        data = opened(administrator_client, edit_url(post)) | stream(post, ("how_to", {"title": "Steam"})) | PUBLISH
        response = administrator_client.post(edit_url(post), data)
        assert parsed(response).select_one("button[name='action-fix']") is None

    def test_one_click_saves_a_draft_with_the_card_moved_and_nothing_else_changed(self, administrator_client, post):
        before = post.latest_revision
        refused = administrator_client.post(
            edit_url(post), opened(administrator_client, edit_url(post)) | {"standfirst": "Typed."} | PUBLISH
        )
        response = administrator_client.post(edit_url(post), sent_by(refused) | FIX)
        assert response.url == edit_url(post)
        page = BlogPostPage.objects.get(pk=post.pk)
        assert not page.live
        assert page.latest_revision != before
        moved = page.get_latest_revision_as_object()
        assert kinds(moved) == ["seek_help", "how_to", "text"]
        assert moved.standfirst == "Typed."
        ids = {child["type"]: child["id"] for child in before.as_object().body.raw_data}
        assert {child.block_type: child.id for child in moved.body} == ids
        published = administrator_client.post(edit_url(post), opened(administrator_client, edit_url(post)) | PUBLISH)
        assert published.status_code == 302

    def test_somebody_who_may_not_edit_the_page_moves_nothing(self, commerce_client, administrator_client, post):
        data = opened(administrator_client, edit_url(post)) | FIX
        assert commerce_client.post(edit_url(post), data).status_code == 302
        assert kinds(BlogPostPage.objects.get(pk=post.pk).get_latest_revision_as_object())[0] == "how_to"

    def test_an_unknown_repair_changes_nothing(self, administrator_client, post):
        data = opened(administrator_client, edit_url(post)) | {"action-fix": "tidy_up"}
        assert administrator_client.post(edit_url(post), data).status_code == 302
        assert kinds(BlogPostPage.objects.get(pk=post.pk).get_latest_revision_as_object())[0] == "how_to"
