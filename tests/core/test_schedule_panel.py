"""The schedule in the page form."""

import pytest
from wagtail import hooks

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.schedule_panel import SECTION_HOOK, SchedulePanel
from tests.edit_form import edit_url, opened, parsed, said
from tests.editorial.scheduling.mornings import NINE, TEN, expiring, planned
from tests.publication import draft, published

pytestmark = pytest.mark.django_db
WHEN = "Mon 2 Mar 09:00 (London)"


def note(client, page):
    """What the top of the form says about the schedule."""
    panel = parsed(client.get(edit_url(page))).select_one("[id^=panel-child-content-schedule]")
    return " ".join(panel.get_text(" ").split()) if panel else ""


def approved(page, author, approver):
    """Have a text approved as a whole."""
    page.get_workflow().start(page, author)
    page.current_workflow_task_state.approve(user=approver)
    return page


class PlanPanelTests:
    def test_nothing_is_said_while_there_is_no_plan(self, site_tree, clock, editor_client):
        assert note(editor_client, draft(BlogPostPage)) == ""

    def test_a_date_alone_says_that_it_does_nothing_and_what_does(self, site_tree, clock, editor_client):
        words = note(editor_client, draft(BlogPostPage, go_live_at=NINE))
        assert f"Planned for {WHEN} , not scheduled yet: press “Schedule for {WHEN}”." in words

    def test_a_writer_is_told_that_approval_schedules(self, site_tree, clock, writer, writer_client, editor):
        page = draft(ConditionPage, owner=writer, go_live_at=NINE)
        assert "submit it for review, and it is scheduled once approved" in note(writer_client, page)
        page.get_workflow().start(page, writer)
        assert "that happens when the last reviewer approves" in note(writer_client, page)

    def test_a_time_that_passes_in_review_is_said(self, site_tree, clock, writer, writer_client, editor_client):
        page = draft(ConditionPage, owner=writer, go_live_at=NINE)
        page.get_workflow().start(page, writer)
        clock(TEN)
        assert f"Its time has passed: {WHEN} . Nothing goes live by approving it." in note(editor_client, page)

    def test_an_approved_page_says_what_there_is_to_do(
        self, site_tree, clock, writer, writer_client, editor, editor_client
    ):
        page = approved(draft(BlogPostPage, owner=writer), writer, editor)
        assert "Approved and ready. Publish now, or choose a time." in note(editor_client, page)
        assert "Choose a time, or leave it to whoever publishes." in note(writer_client, page)
        page.go_live_at = NINE
        page.save_revision(user=writer)
        assert f"Approved, and planned for {WHEN} , not scheduled yet: press" in note(editor_client, page)
        assert "whoever may publish it sees the time you chose, and confirms it" in note(writer_client, page)
        clock(TEN)
        assert f"Approved, but the time for it has passed: {WHEN} . Nothing went live. Publish it now" in note(
            editor_client, page
        )
        assert "Nothing went live. Choose another time." in note(writer_client, page)

    def test_approved_changes_of_a_live_page_are_called_that(self, site_tree, clock, writer, editor, editor_client):
        page = published(BlogPostPage, owner=writer)
        page.standfirst = "Other words."
        page.save_revision()
        approved(page, writer, editor)
        assert "These changes are approved; readers do not see them yet. Publish now" in note(editor_client, page)

    def test_a_scheduled_page_says_when_and_is_unscheduled_with_one_press(self, site_tree, clock, editor_client):
        page = planned(NINE)
        assert f"Scheduled for {WHEN} . What you change is a draft" in note(editor_client, page)
        buttons = parsed(editor_client.get(edit_url(page))).select("[id^=panel-child-content-schedule] button")
        (unschedule,) = [one for one in buttons if one.text == "Unschedule"]
        editor_client.post(unschedule["data-w-action-url-value"])
        assert "not scheduled yet" in note(editor_client, page)

    def test_a_time_that_passed_is_said_of_every_draft(self, site_tree, clock, writer, writer_client, editor_client):
        page = draft(BlogPostPage, owner=writer, go_live_at=NINE)
        clock(TEN)
        words = f"Its time has passed: {WHEN} . Nothing was scheduled for it, and nothing went live."
        assert f"{words} Press “Publish” to publish it now, or choose another time." in note(editor_client, page)
        assert f"{words} Choose another time." in note(writer_client, page)

    def test_a_draft_that_names_no_time_any_more_is_told_what_its_button_does(self, site_tree, clock, editor_client):
        page = planned(NINE)
        page.go_live_at = None
        page.save_revision()
        words = note(editor_client, page)
        assert "a draft without a time to come: press “Publish” to let it go out now instead" in words
        assert "Update the scheduled version" not in words

    def test_a_form_opened_after_the_moment_promises_nothing(self, site_tree, clock, editor_client):
        page = planned(NINE)
        clock(NINE)
        words = note(editor_client, page)
        assert "Update the scheduled version" not in words
        assert "Open the form anew" not in words
        page.go_live_at = TEN
        page.save_revision()
        words = note(editor_client, page)
        assert "another time, Mon 2 Mar 10:00 (London) , not scheduled yet: press “Reschedule for Mon 2" in words

    def test_what_a_form_left_open_says_after_the_moment_waits_in_it(self, site_tree, clock, editor_client):
        form = parsed(editor_client.get(edit_url(planned(NINE))))
        before, after = form.select_one("[data-plan-until]").find_all("div", recursive=False)
        assert form.select_one("[data-plan-until]")["data-plan-until"] == "2026-03-02T09:00:00+00:00"
        assert not before.has_attr("hidden")
        assert after.has_attr("hidden")
        assert form.select("script[src$='js/admin/plan_note.js']")

    def test_a_form_left_open_promises_nothing_that_a_hold_would_break(self, site_tree, clock, editor_client):
        form = parsed(editor_client.get(edit_url(planned(NINE))))
        after = " ".join(form.select_one("[data-plan-until] > div[hidden]").get_text(" ").split())
        assert "what was scheduled goes live without you unless everything is held" in after

    def test_a_newer_draft_is_told_from_the_version_that_waits(self, site_tree, clock, editor_client):
        page = planned(NINE)
        url = edit_url(page)
        editor_client.post(url, opened(editor_client, url) | {"standfirst": "Shorter."})
        words = note(editor_client, page)
        assert f"The version of 08:00 is scheduled for {WHEN} . What was changed since is a draft" in words
        assert "press “Update the scheduled version”" in words

    def test_a_draft_with_another_time_says_how_to_move(self, site_tree, clock, editor_client):
        page = planned(NINE)
        page.go_live_at = TEN
        page.save_revision()
        words = note(editor_client, page)
        assert "The draft names another time, Mon 2 Mar 10:00 (London), which is not scheduled" in words
        assert "press “Reschedule for Mon 2 Mar 10:00 (London)”" in words

    def test_who_may_not_publish_is_told_to_submit(self, site_tree, clock, writer, writer_client):
        page = draft(ConditionPage, owner=writer, go_live_at=NINE)
        page.save_revision().publish()
        page = ConditionPage.objects.get(pk=page.pk)
        page.definition = "Firm bumps."
        page.save_revision(user=writer)
        words = note(writer_client, page)
        assert "submit it for review to let it go out instead" in words
        assert "Unschedule" not in words


class EndNoteTests:
    """An end that stands in a draft alone."""

    def test_it_says_that_it_does_not_count_and_what_lets_it(self, site_tree, clock, editor_client):
        page = published(BlogPostPage)
        page.expire_at = TEN
        page.save_revision()
        assert (
            "The draft names an end, Mon 2 Mar 10:00 (London), which is not scheduled yet: "
            "press “Publish changes”. As things stand it stays online." in note(editor_client, page)
        )

    def test_one_that_was_taken_away_still_counts(self, site_tree, clock, editor_client):
        page = expiring(published(BlogPostPage), TEN)
        page.expire_at = None
        page.save_revision()
        assert (
            "The draft names no end any more, which does not count yet: press “Publish changes”. "
            "As things stand it goes offline Mon 2 Mar 10:00 (London)." in note(editor_client, page)
        )

    def test_the_button_that_is_named_schedules_where_it_does(self, site_tree, clock, editor_client):
        page = planned(NINE)
        page.expire_at = TEN
        page.save_revision()
        words = note(editor_client, page)
        assert "not scheduled yet: press “Update the scheduled version (Mon 2 Mar 09:00, London)”." in words
        assert "The scheduled version stays online." in words

    def test_who_may_not_publish_hands_it_on(self, site_tree, clock, writer, writer_client):
        page = published(ConditionPage, owner=writer)
        page.expire_at = TEN
        page.save_revision(user=writer)
        assert "submit it for review, and it counts once this text goes live" in note(writer_client, page)

    def test_an_end_that_counts_is_no_word_worth(self, site_tree, clock, editor_client):
        assert note(editor_client, expiring(published(BlogPostPage), TEN)) == ""
        assert note(editor_client, draft(BlogPostPage, expire_at=TEN)) == ""


class SchedulePanelTests:
    def test_other_apps_add_to_the_section(self, site_tree, clock, editor_client):
        with hooks.register_temporarily(SECTION_HOOK, lambda page, request: None):
            section = parsed(editor_client.get(edit_url(draft(BlogPostPage)))).select_one(".schedule-dates")
        assert {box["name"] for box in section.select("input")} == {"go_live_at", "expire_at"}
        assert "Next free slot" in section.parent.text

    def test_it_is_called_what_it_is(self):
        assert SchedulePanel().heading == "Schedule"

    def test_the_zone_is_named_beside_both_boxes(self, site_tree, clock, editor_client, settings):
        settings.TIME_ZONE = "Europe/Madrid"
        response = editor_client.get(edit_url(draft(BlogPostPage)))
        assert said(response).count("Madrid time") == 3
