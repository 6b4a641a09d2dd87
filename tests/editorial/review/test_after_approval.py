"""What whoever approves is told."""

from datetime import timedelta

import pytest

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from tests.edit_form import SUBMIT, edit_url, opened, parsed
from tests.editorial.scheduling.mornings import NINE
from tests.publication import draft, published

pytestmark = pytest.mark.django_db
APPROVE = {"action-workflow-action": "true", "workflow-action-name": "approve"}


def told(client, page, button, **changes):
    """The messages on the page to which a press of a button leads, each as its words and its buttons."""
    response = client.post(edit_url(page), opened(client, edit_url(page)) | button | changes, follow=True)
    found = parsed(response).select(".messages li")
    return [" ".join(one.get_text(" ").split()) for one in found]


@pytest.fixture
def submitted(site_tree, clock, writer, writer_client, act):
    """Submit a page of Wanda's of some type, with what is typed."""

    def make(page_type, **typed):
        page = draft(page_type, owner=writer, title="Calm skin")
        act(writer_client, page, SUBMIT, **typed)
        return page

    return make


class SayWhatCameOfItTests:
    def test_who_is_asked_next_is_said(self, submitted, editor_client):
        (message,) = told(editor_client, submitted(ConditionPage), APPROVE)
        assert message == "You approved “Calm skin”. It waits for one more: Medical reviewer approval."

    def test_without_a_time_the_next_free_slot_and_publishing_are_offered(self, submitted, editor_client):
        (message,) = told(editor_client, submitted(BlogPostPage), APPROVE)
        assert message == (
            "“Calm skin” is approved. Nothing has gone live: it waits for somebody to say when. "
            "Schedule for Mon 2 Mar 09:00 (London) Publish now"
        )

    def test_a_time_that_has_passed_is_said(self, submitted, editor_client, clock):
        page = submitted(BlogPostPage, go_live_at="2026-03-02 09:00")
        clock(NINE + timedelta(hours=1))
        (message,) = told(editor_client, page, APPROVE)
        assert message == (
            "“Calm skin” is approved, but the time for it has passed: Mon 2 Mar 09:00 (London). Nothing went live. "
            "Schedule for Tue 3 Mar 09:00 (London) Publish now"
        )

    def test_a_time_to_come_is_said_with_a_way_back(self, submitted, editor_client):
        page = submitted(BlogPostPage, go_live_at="2026-03-02 09:00")
        (message,) = told(editor_client, page, APPROVE)
        assert message.startswith("“Calm skin” goes live Mon 2 Mar 09:00 (London).")
        assert "Undo" in message

    def test_changes_of_a_live_page_are_called_that(self, site_tree, clock, writer, writer_client, editor_client, act):
        page = published(BlogPostPage, owner=writer, title="Calm skin")
        act(writer_client, page, SUBMIT, standfirst="Other words.")
        (message,) = told(editor_client, page, APPROVE)
        assert message.startswith("The changes to “Calm skin” are approved. Nothing has gone live: they wait for")
        assert message.endswith("Publish changes now")

    def test_sending_back_says_what_it_always_did(self, submitted, editor_client):
        (message,) = told(editor_client, submitted(BlogPostPage), APPROVE | {"workflow-action-name": "reject"})
        assert "has been updated" in message

    def test_a_submitted_page_says_for_when(self, site_tree, clock, writer, writer_client):
        page = draft(BlogPostPage, owner=writer, title="Calm skin")
        (message,) = told(writer_client, page, SUBMIT, go_live_at="2026-03-02 09:00")
        assert message.startswith("“Calm skin” is in review. Approved by then, it goes live Mon 2 Mar 09:00 (London).")
