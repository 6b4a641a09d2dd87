"""Who is at the form, and what they can do about a date that nothing waits for."""

import pytest

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.at_form import AtForm
from tests.edit_form import create_url, edit_url, parsed
from tests.editorial.scheduling.mornings import NINE
from tests.publication import draft

pytestmark = pytest.mark.django_db
BUTTON = "Schedule for nine"


class AtFormTests:
    def test_who_may_publish_presses_the_button(self, site_tree):
        person = AtForm(draft(BlogPostPage), may_publish=True, is_in_review=False)
        assert person.to_schedule(BUTTON) == person.to_count(BUTTON) == "press “Schedule for nine”"

    def test_nobody_is_led_past_a_review(self, site_tree):
        person = AtForm(draft(BlogPostPage), may_publish=True, is_in_review=True)
        assert person.to_schedule(BUTTON) == "that happens when the last reviewer approves"
        assert person.to_count(BUTTON) == "that counts once this text goes live"

    def test_who_may_not_publish_hands_it_on(self, site_tree):
        person = AtForm(draft(ConditionPage), may_publish=False, is_in_review=False)
        assert person.to_schedule(BUTTON) == "submit it for review, and it is scheduled once approved"
        assert person.to_count(BUTTON) == "submit it for review, and it counts once this text goes live"

    def test_what_was_approved_waits_for_whoever_may(self, site_tree, writer, editor):
        page = draft(BlogPostPage, owner=writer)
        page.get_workflow().start(page, writer)
        page.current_workflow_task_state.approve(user=editor)
        person = AtForm(BlogPostPage.objects.get(pk=page.pk), may_publish=False, is_in_review=False)
        assert person.to_schedule(BUTTON) == "whoever may publish it sees the time you chose, and confirms it"


class AtTheFormTests:
    """Of a new page, what somebody may do below its parent counts."""

    def line(self, client, url):
        return parsed(client.get(url)).select_one("[data-loose-date='#id_go_live_at']")["data-loose"]

    def test_of_a_new_page_and_of_one_that_is_there(self, site_tree, clock, writer, writer_client, editor_client):
        new, page = create_url(BlogPostPage, site_tree.blog), draft(BlogPostPage, owner=writer, go_live_at=NINE)
        for url in (new, edit_url(page)):
            assert self.line(editor_client, url) == "Not scheduled yet: press “{button}”."
            assert self.line(writer_client, url).startswith("Not scheduled yet: submit it for review")
        page.get_workflow().start(page, writer)
        assert "when the last reviewer approves" in self.line(editor_client, edit_url(page))
