"""What the form of a page says once its moment has come, and while everything is held."""

from datetime import timedelta

import pytest

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.scheduling import runner
from editorial.scheduling.models import Attempt, Kind
from tests.edit_form import edit_url, opened, parsed, said
from tests.editorial.scheduling.bundles.launches import scheduled
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
from tests.publication import draft, published

pytestmark = pytest.mark.django_db
DUE = "Mon 2 Mar 09:00 (London)"
FIVE_PAST = NINE + timedelta(minutes=5)


def note(client, page):
    """What the top of the form says about the schedule."""
    panel = parsed(client.get(edit_url(page))).select_one("[id^=panel-child-content-schedule]")
    return " ".join(panel.get_text(" ").split()) if panel else ""


def buttons(client, page):
    """The buttons of the note, and where they lead."""
    found = parsed(client.get(edit_url(page))).select("[id^=panel-child-content-schedule] [data-w-action-url-value]")
    return {one.text: one["data-w-action-url-value"] for one in found}


def big_button(client, page):
    """What the big button says."""
    return parsed(client.get(edit_url(page))).select_one("[data-publish-button] [data-w-progress-target=label]").text


@pytest.fixture
def failed(site_tree, clock, editor):
    """A post that was due at nine and has no text; its author is asked for at five past."""
    page = break_revision(planned(NINE, owner=editor, title="Calm skin"), contributions=[])
    clock(NINE)
    assert runner.run() == {"failed": 1}
    clock(FIVE_PAST)
    return page


class FailedTests:
    def test_it_says_that_it_did_not_go_live_and_why_and_when_it_is_tried_again(self, failed, editor_client):
        words = note(editor_client, failed)
        assert f"It was to go live {DUE} and did not: {Attempt.objects.get().error}" in words
        assert "Tried 1 time, next at 09:01." in words
        assert "Update the scheduled version" not in words
        assert "Open the form anew" not in words

    def test_the_button_it_names_is_there_and_one_press_mends_it(self, failed, editor, editor_client):
        press = f"Correct what is said and press “{big_button(editor_client, failed)}”"
        assert f"{press}: what stands in this form goes live at once." in note(editor_client, failed)
        whole = draft(BlogPostPage).contributions.get()
        mended = {
            "contributions-TOTAL_FORMS": 1,
            "contributions-0-person": whole.person_id,
            "contributions-0-role": whole.role,
            "contributions-0-ORDER": 1,
        }
        url = edit_url(failed)
        editor_client.post(url, opened(editor_client, url) | mended | {"action-publish": "publish"})
        assert is_live(failed)
        assert runner.run(FIVE_PAST) == {}
        assert not Attempt.objects.exists()

    def test_a_change_of_a_live_page_names_its_button(self, site_tree, clock, editor_client):
        page = published(BlogPostPage)
        page.go_live_at = NINE
        page.save_revision().publish()
        break_revision(page, contributions=[])
        clock(NINE)
        runner.run()
        assert big_button(editor_client, page) == "Publish changes"
        assert "press “Publish changes”: what stands" in note(editor_client, page)

    def test_it_can_be_tried_and_unscheduled_from_there(self, failed, editor_client):
        found = buttons(editor_client, failed)
        assert list(found) == ["Try now", "Unschedule"]
        assert "still does not get through" in said(editor_client.post(found["Try now"], follow=True))
        editor_client.post(found["Unschedule"])
        assert f"Its time has passed: {DUE}" in note(editor_client, failed)

    def test_a_newer_draft_is_told_from_the_version_that_is_tried(self, failed, editor_client):
        url = edit_url(failed)
        editor_client.post(url, opened(editor_client, url) | {"standfirst": "Shorter."})
        assert "press “Try now”: the scheduled version, that of 08:00, goes live." in note(editor_client, failed)

    def test_another_time_is_told_with_its_own_button(self, failed, editor_client):
        failed.go_live_at = TEN
        failed.save_revision()
        words = note(editor_client, failed)
        assert "press “Publish”" not in words
        assert "press “Reschedule for Mon 2 Mar 10:00 (London)”" in words

    def test_who_may_not_publish_hands_it_on_and_may_try_all_the_same(self, site_tree, clock, writer, writer_client):
        page = draft(ConditionPage, owner=writer, go_live_at=NINE)
        page.save_revision(user=writer).publish()
        break_revision(page, contributions=[])
        clock(NINE)
        runner.run()
        assert "submit it for review to let it go live instead" in note(writer_client, page)
        assert list(buttons(writer_client, page)) == ["Try now"]
        page = ConditionPage.objects.get(pk=page.pk)
        page.get_workflow().start(page, writer)
        assert "A newer text is in review" in note(writer_client, page)

    def test_what_was_approved_is_approved_anew_once_it_is_corrected(
        self, site_tree, clock, writer, editor, editor_client, reviewer
    ):
        page = draft(ConditionPage, owner=writer, go_live_at=NINE)
        page.get_workflow().start(page, writer)
        for approver in (editor, reviewer):
            page = ConditionPage.objects.get(pk=page.pk)
            page.current_workflow_task_state.approve(user=approver)
        break_revision(page, contributions=[])
        clock(NINE)
        runner.run()
        assert "submit it for review to let it go live instead" in note(editor_client, page)
        assert list(buttons(editor_client, page)) == ["Try now", "Unschedule"]


class OverdueTests:
    def test_it_says_that_nobody_has_tried(self, site_tree, clock, editor_client):
        page = planned(NINE)
        clock(FIVE_PAST)
        words = note(editor_client, page)
        assert f"It was to go live {DUE} and nobody has tried yet." in words
        assert "Press “Publish”: what stands in this form goes live at once." in words
        assert "Try now" in buttons(editor_client, page)

    def test_in_its_first_minute_it_is_about_to(self, site_tree, clock, editor_client):
        page = planned(NINE)
        clock(NINE)
        assert f"It was to go live {DUE} and is about to." in note(editor_client, page)
        assert "Try now" not in buttons(editor_client, page)

    def test_nothing_is_said_before_its_moment_and_once_it_is_live(self, site_tree, clock, editor_client):
        page = planned(NINE)
        assert "It was to go live" not in note(editor_client, page)
        clock(NINE)
        runner.run()
        assert note(editor_client, page) == ""


class HeldTests:
    def test_what_came_during_a_hold_says_that_it_is_kept_back(self, site_tree, clock, editor_client):
        page = planned(NINE)
        hold_all(TEN)
        clock(FIVE_PAST)
        words = note(editor_client, page)
        assert f"Its moment, {DUE} , came while everything is held. It is kept back until somebody resumes" in words
        assert "Press “Publish”: what stands in this form goes live at once." in words
        assert "Try now" not in words
        assert "Try now" not in buttons(editor_client, page)

    def test_what_is_to_come_during_a_hold_will_be(self, site_tree, clock, editor_client):
        hold_all(TEN)
        words = "Everything is held until Mon 2 Mar 10:00 (London), so it is kept back until somebody resumes."
        assert words in note(editor_client, planned(NINE))
        assert words in note(editor_client, draft(BlogPostPage, go_live_at=NINE))
        assert "Everything is held until" not in note(editor_client, planned(TEN))


class OfflineTests:
    def test_a_page_that_could_not_go_offline_says_so(self, site_tree, clock, editor_client):
        page = expiring(published(BlogPostPage), NINE)
        clock(NINE)
        Attempt.objects.create(
            kind=Kind.EXPIRE, target_id=page.pk, started_at=NINE, next_try_at=TEN, error="It hung.", is_running=False
        )
        clock(FIVE_PAST)
        words = note(editor_client, page)
        assert f"It was to go offline {DUE} and readers still see it: It hung. Tried 1 time, next at 10:00." in words
        editor_client.post(buttons(editor_client, page)["Try now"])
        assert not is_live(page)


class BundleTests:
    def test_a_page_of_a_bundle_leads_to_it(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage)
        bundle = scheduled(page)
        clock(FIVE_PAST)
        words = note(editor_client, page)
        assert f"It belongs to the bundle “{bundle}”, which was to go live" in words
        assert "Open the bundle" in words
        assert buttons(editor_client, page) == {}


class QueriesTests:
    def test_a_page_of_which_nothing_is_due_is_told_of_no_other(self, failed, editor_client):
        assert item_of(failed)
        assert note(editor_client, draft(BlogPostPage)) == ""
