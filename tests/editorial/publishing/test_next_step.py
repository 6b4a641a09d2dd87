"""The big button of the form is this person's next step."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.site_time import in_words, with_zone
from editorial.publishing.next_step import Stage, next_step, stage_of
from tests.edit_form import create_url, edit_url, parsed
from tests.publication import draft, publish, published

TOMORROW = (timezone.now() + timedelta(days=1)).replace(second=0, microsecond=0)


def buttons(client, url):
    """The words of the buttons in the footer, the big one first."""
    response = client.get(url)
    assert response.status_code == 200
    footer = parsed(response).select_one("footer")
    shown = [button for button in footer.select("button, a.button") if not button.has_attr("hidden")]
    found = [" ".join(button.get_text(" ").split()) for button in shown]
    return [words for words in found if words and words != "More actions"]


def approve(page, author, *people):
    """Have a text approved by those who are asked, as far as they are."""
    page.get_workflow().start(page, author)
    for person in people:
        state = type(page).objects.get(pk=page.pk).current_workflow_task_state
        if state:
            state.approve(user=person)


class FooterTests:
    """What each role is offered first, with the stock actions below."""

    def test_a_writer_hands_a_new_post_on(self, writer_client, site_tree):
        found = buttons(writer_client, create_url(BlogPostPage, site_tree.blog))
        assert found == ["Submit for review", "Save draft", "Choose a time…"]

    def test_a_writer_hands_a_draft_on(self, writer_client, writer, site_tree):
        page = draft(BlogPostPage, owner=writer)
        assert buttons(writer_client, edit_url(page))[:2] == ["Submit for review", "Save draft"]

    def test_an_editor_publishes_a_draft(self, editor_client, site_tree):
        found = buttons(editor_client, edit_url(draft(BlogPostPage)))
        assert found[0] == "Publish"
        assert {"Save draft", "Submit for review"} <= set(found)

    def test_an_editor_publishes_a_new_post(self, editor_client, site_tree):
        assert buttons(editor_client, create_url(BlogPostPage, site_tree.blog))[0] == "Publish"

    def test_an_editor_hands_a_condition_on(self, editor_client, site_tree):
        assert buttons(editor_client, edit_url(draft(ConditionPage)))[0] == "Submit for review"

    def test_an_editor_publishes_changes_to_a_live_page(self, editor_client, site_tree):
        found = buttons(editor_client, edit_url(published(BlogPostPage)))
        assert found[0] == "Publish changes"
        assert "Unpublish" in found

    def test_a_planned_page_is_scheduled(self, editor_client, site_tree):
        page = draft(BlogPostPage, go_live_at=TOMORROW)
        assert buttons(editor_client, edit_url(page))[0] == f"Schedule for {with_zone(TOMORROW)}"

    def test_a_scheduled_page_is_corrected_in_its_place(self, editor_client, editor, site_tree):
        page = draft(BlogPostPage, go_live_at=TOMORROW)
        page.save_revision(user=editor).publish(user=editor)
        found = buttons(editor_client, edit_url(page))
        assert found[0] == f"Update the scheduled version ({in_words(TOMORROW)}, London)"

    def test_a_writer_hands_the_correction_of_a_scheduled_page_on(self, writer_client, writer, site_tree):
        page = draft(ConditionPage, owner=writer, go_live_at=TOMORROW)
        page.save_revision(user=writer).publish()
        assert buttons(writer_client, edit_url(page))[0] == "Submit for review"

    def test_an_earlier_version_is_published_by_name(self, editor_client, site_tree):
        page = published(BlogPostPage)
        url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, page.live_revision_id])
        assert "Publish this version" in buttons(editor_client, url)

    def test_a_reviewer_approves_what_is_in_review(self, editor_client, writer, site_tree):
        page = draft(BlogPostPage, owner=writer)
        page.get_workflow().start(page, writer)
        found = buttons(editor_client, edit_url(page))
        assert found[0] == "Approve: ready to publish"
        assert {"Save draft", "Publish"} <= set(found)

    def test_an_approved_page_is_published_or_planned(
        self, writer, editor, reviewer, writer_client, editor_client, site_tree
    ):
        for page_type in (BlogPostPage, ConditionPage):
            page = draft(page_type, owner=writer)
            approve(page, writer, editor, reviewer)
            found = buttons(editor_client, edit_url(page))
            assert found[0] == "Publish"
            assert found[1].startswith("Schedule for ")
            assert buttons(writer_client, edit_url(page))[:2] == ["Choose a time…", "Save draft"]

    def test_an_approved_page_with_a_time_is_scheduled_by_whoever_may(
        self, writer, editor, reviewer, writer_client, editor_client, site_tree
    ):
        page = draft(ConditionPage, owner=writer)
        approve(page, writer, editor, reviewer)
        page.go_live_at = TOMORROW
        page.save_revision(user=writer)
        assert buttons(editor_client, edit_url(page))[0] == f"Schedule for {with_zone(TOMORROW)}"
        assert buttons(writer_client, edit_url(page))[0] != "Submit for review"

    def test_a_scheduled_page_that_was_approved_is_submitted_anew_once_it_is_changed(
        self, writer, editor, reviewer, editor_client, administrator_client, site_tree
    ):
        page = draft(ConditionPage, owner=writer, go_live_at=TOMORROW)
        approve(page, writer, editor, reviewer)
        assert buttons(editor_client, edit_url(page))[0] == "Submit for review"
        assert buttons(administrator_client, edit_url(page))[0].startswith("Update the scheduled version")

    def test_nobody_is_led_past_a_review(self, administrator_client, administrator, writer, site_tree):
        page = publish(draft(ConditionPage, owner=writer))
        page.title = "Changed"
        page.save_revision(user=writer)
        page = ConditionPage.objects.get(pk=page.pk)
        page.get_workflow().start(page, writer)
        assert buttons(administrator_client, edit_url(page))[0] != "Publish changes"

    def test_a_page_sent_back_is_handed_on_again(self, writer_client, writer, editor, site_tree):
        page = draft(BlogPostPage, owner=writer)
        state = page.get_workflow().start(page, writer)
        state.current_task_state.reject(user=editor)
        assert buttons(writer_client, edit_url(page))[0].startswith("Resubmit to")

    def test_enter_saves_a_draft_whatever_the_big_button_does(self, editor_client, site_tree):
        form = parsed(editor_client.get(edit_url(draft(BlogPostPage)))).select_one("form[data-edit-form]")
        first = form.select_one("button[type=submit], button:not([type])")
        assert first.get("name") is None
        assert first.has_attr("hidden")

    def test_no_wording_leaks_into_another_form(self, editor_client, site_tree):
        buttons(editor_client, edit_url(published(BlogPostPage)))
        assert buttons(editor_client, edit_url(draft(BlogPostPage)))[0] == "Publish"


class NextStepTests:
    """Which action comes first."""

    @pytest.mark.parametrize(
        ("offered", "stage", "step"),
        [
            ({"approve", "action-publish", "action-submit"}, Stage.IN_REVIEW, "approve"),
            ({"action-publish", "action-submit"}, Stage.IN_REVIEW, None),
            ({"action-publish", "action-submit"}, Stage.WRITTEN, "action-publish"),
            ({"action-submit", None}, Stage.WRITTEN, "action-submit"),
            ({None, "action-page-locked"}, Stage.WRITTEN, None),
            ({"action-publish", "action-submit"}, Stage.READY, "action-publish"),
            ({"action-submit"}, Stage.READY, None),
            ({"action-publish", "action-submit"}, Stage.PLANNED, "action-submit"),
        ],
    )
    def test_approving_comes_before_publishing_before_submitting(self, offered, stage, step):
        assert next_step(offered, stage) == step


class StageOfTests:
    """How far a text is."""

    def test_it_goes_from_written_to_planned(self, writer, editor, reviewer, administrator, site_tree):
        page = draft(ConditionPage, owner=writer)
        stages = [stage_of(page, editor)]
        page.get_workflow().start(page, writer)
        stages.append(stage_of(ConditionPage.objects.get(pk=page.pk), editor))
        for person in (editor, reviewer):
            ConditionPage.objects.get(pk=page.pk).current_workflow_task_state.approve(user=person)
        page = ConditionPage.objects.get(pk=page.pk)
        stages.append(stage_of(page, editor))
        planned = page.get_latest_revision_as_object()
        planned.go_live_at = TOMORROW
        planned.save_revision().publish()
        page = ConditionPage.objects.get(pk=page.pk)
        stages.append(stage_of(page, editor))
        assert stages == [Stage.WRITTEN, Stage.IN_REVIEW, Stage.READY, Stage.PLANNED]
        assert stage_of(page, administrator) is Stage.WRITTEN
