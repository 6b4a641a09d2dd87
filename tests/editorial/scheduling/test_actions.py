"""What the action menu offers about the schedule."""

from datetime import timedelta

import pytest

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.plan import plan_of
from editorial.scheduling.closed_days import close
from editorial.scheduling.models import Attempt
from editorial.scheduling.slots import AHEAD
from tests.edit_form import create_url, edit_url, opened, parsed, said, stream_data
from tests.editorial.scheduling.mornings import NINE, TEN, planned
from tests.publication import draft, published

pytestmark = pytest.mark.django_db
SLOT = "Schedule for Mon 2 Mar 09:00 (London)"


def menu(client, url):
    """The words of everything in the footer but the big button, with its element."""
    footer = parsed(client.get(url)).select_one("footer")
    found = [one for one in footer.select("button, a.button") if not one.has_attr("hidden")]
    return {" ".join(one.get_text(" ").split()): one for one in found[1:]}


class OfferedTests:
    def test_a_draft_can_be_scheduled_for_the_next_free_slot(self, site_tree, clock, editor_client):
        for url in (edit_url(draft(BlogPostPage)), create_url(BlogPostPage, site_tree.blog)):
            found = menu(editor_client, url)
            assert found[SLOT]["name"] == "action-publish"
            assert "Choose another time…" in found
            assert "Unschedule" not in found

    def test_without_a_free_slot_it_leads_to_where_a_time_is_chosen(self, site_tree, clock, editor_client):
        close({NINE.date() + timedelta(days=number): "Closed" for number in range(AHEAD.days + 1)})
        found = menu(editor_client, edit_url(draft(BlogPostPage)))
        assert "No slot is free: choose a time…" in found
        assert not any(words.startswith("Schedule for") for words in found)

    def test_a_date_of_its_own_leaves_no_room_for_another(self, site_tree, clock, editor_client):
        for page in (draft(BlogPostPage, go_live_at=TEN), planned(TEN)):
            found = menu(editor_client, edit_url(page))
            assert not any(words.startswith("Schedule for") for words in found)

    def test_a_scheduled_page_is_unscheduled_with_one_press(self, site_tree, clock, editor_client):
        page = planned(NINE)
        button = menu(editor_client, edit_url(page))["Unschedule"]
        editor_client.post(button["data-w-action-url-value"])
        assert plan_of(BlogPostPage.objects.get(pk=page.pk)).scheduled is None
        assert not Attempt.objects.exists()

    def test_who_may_not_publish_can_plan_and_no_more(self, site_tree, clock, writer, writer_client):
        page = draft(ConditionPage, owner=writer)
        found = menu(writer_client, edit_url(page))
        assert "Choose a time…" in found
        assert SLOT not in found
        page.go_live_at = NINE
        page.save_revision().publish()
        assert "Unschedule" not in menu(writer_client, edit_url(page))

    def test_a_time_is_another_one_once_there_is_one(self, site_tree, clock, writer, writer_client):
        wanted = draft(ConditionPage, owner=writer, go_live_at=NINE)
        scheduled = draft(ConditionPage, owner=writer, go_live_at=NINE)
        scheduled.save_revision().publish()
        for page in (wanted, scheduled):
            found = menu(writer_client, edit_url(page))
            assert "Choose another time…" in found
            assert "Choose a time…" not in found

    def test_an_earlier_version_is_published_or_left(self, site_tree, clock, editor_client):
        page = published(BlogPostPage)
        url = f"/admin/pages/{page.pk}/revisions/{page.live_revision_id}/revert/"
        assert not any("Schedule" in words or "Choose" in words for words in menu(editor_client, url))


class SlotPressedTests:
    def press(self, client, url, **changes):
        """Press the offer in the form at an address."""
        form, button = opened(client, url), menu(client, url)[SLOT]
        return client.post(url, form | {button["name"]: button["value"]} | changes, follow=True)

    def test_one_press_schedules_a_draft(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage, title="Calm skin")
        response = self.press(editor_client, edit_url(page))
        assert plan_of(BlogPostPage.objects.get(pk=page.pk)).scheduled == NINE
        assert "“Calm skin” goes live Mon 2 Mar 09:00 (London)." in said(response)

    def test_one_press_schedules_a_page_that_was_never_saved(self, site_tree, clock, editor_client):
        url = create_url(BlogPostPage, site_tree.blog)
        body = stream_data("body", draft(BlogPostPage).body)
        self.press(editor_client, url, **body, title="Calm skin", slug="calm-skin", has_organisation_byline="on")
        page = BlogPostPage.objects.get(slug="calm-skin")
        assert not page.live
        assert plan_of(page).scheduled == NINE

    def test_a_slot_that_is_over_when_it_is_pressed_publishes_nothing(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage)
        url = edit_url(page)
        form, button = opened(editor_client, url), menu(editor_client, url)[SLOT]
        clock(NINE + timedelta(minutes=5))
        response = editor_client.post(url, form | {button["name"]: button["value"]})
        assert "Nothing was scheduled, as Mon 2 Mar 09:00 (London) is over." in said(response)
        page.refresh_from_db()
        assert not page.live
        assert plan_of(page).scheduled is None
