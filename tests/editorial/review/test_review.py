"""A piece on its way from a writer to readers, through the admin's own views."""

import pytest
from django.core import mail

from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from core.status import READY, status_of
from ingredients.models import IngredientPage
from tests.edit_form import PUBLISH, SUBMIT, create_url, opened, stream_data
from tests.publication import draft, publish, published

CLINICAL = [ConditionPage, QuestionPage, IngredientPage]


def recipients():
    """Everybody who was sent a mail since the last look, once each."""
    found = sorted({address for message in mail.outbox for address in message.to})
    mail.outbox.clear()
    return found


@pytest.mark.django_db
class ClinicalReviewTests:
    @pytest.mark.parametrize("page_type", CLINICAL, ids=lambda page_type: page_type.__name__)
    def test_writer_submits_then_editor_and_medical_reviewer_approve(
        self, page_type, writer, writer_client, editor_client, reviewer_client, act, approve, fresh, waits_for
    ):
        page = draft(page_type, owner=writer)
        act(writer_client, page, SUBMIT)
        assert waits_for(page) == "Editor approval"
        approve(editor_client, page)
        assert waits_for(page) == "Medical reviewer approval"
        assert not fresh(page).live
        approve(reviewer_client, page)
        assert waits_for(page) is None
        assert status_of(fresh(page)) is READY
        act(editor_client, page, PUBLISH)
        assert fresh(page).live
        assert fresh(page).live_revision_id == fresh(page).latest_revision_id

    def test_a_condition_written_in_the_create_form_can_be_submitted_at_once(self, writer, writer_client, site_tree):
        model = ConditionPage.objects.model
        complete = draft(ConditionPage)
        url = create_url(model, site_tree.conditions)
        form = opened(writer_client, url) | stream_data("body", complete.body) | SUBMIT
        form |= {"title": "Milk spots", "slug": "milk-spots", "definition": "Small firm bumps."}
        form |= {"standfirst": "What they are.", "has_organisation_byline": "on"}
        response = writer_client.post(url, form)
        assert response.status_code == 302, response.context["form"].errors
        page = ConditionPage.objects.get(slug="milk-spots")
        assert page.owner == writer
        assert page.current_workflow_task.name == "Editor approval"

    def test_a_text_changed_by_the_reviewer_goes_back_to_the_editor_only(
        self, writer, writer_client, editor_client, reviewer_client, act, approve, fresh, waits_for
    ):
        page = draft(ConditionPage, owner=writer)
        act(writer_client, page, SUBMIT)
        approve(editor_client, page)
        approve(reviewer_client, page, definition="Small firm plugs of keratin.")
        assert waits_for(page) == "Editor approval"
        assert not fresh(page).live
        approve(editor_client, page)
        assert status_of(fresh(page)) is READY
        act(editor_client, page, PUBLISH)
        assert fresh(page).definition == "Small firm plugs of keratin."

    def test_an_editor_who_corrects_and_approves_is_not_asked_twice(
        self, writer, writer_client, editor_client, act, approve, waits_for
    ):
        page = draft(ConditionPage, owner=writer)
        act(writer_client, page, SUBMIT)
        approve(editor_client, page, definition="Small firm bumps of keratin.")
        assert waits_for(page) == "Medical reviewer approval"

    def test_a_text_saved_after_the_editors_approval_is_approved_again(
        self, writer, writer_client, editor_client, reviewer_client, act, approve, fresh, waits_for
    ):
        page = draft(ConditionPage, owner=writer)
        act(writer_client, page, SUBMIT)
        approve(editor_client, page)
        act(reviewer_client, page, {}, definition="A sentence nobody else has read.")
        approve(reviewer_client, page)
        assert waits_for(page) == "Editor approval"
        assert not fresh(page).live

    def test_a_small_fix_to_a_live_page_takes_the_same_way(
        self, editor_client, reviewer_client, act, approve, fresh, waits_for
    ):
        page = published(ConditionPage)
        act(editor_client, page, SUBMIT, definition="Small, firm bumps.")
        approve(editor_client, page)
        assert waits_for(page) == "Medical reviewer approval"
        assert fresh(page).definition != "Small, firm bumps."
        approve(reviewer_client, page)
        assert fresh(page).definition != "Small, firm bumps."
        act(editor_client, page, PUBLISH)
        assert fresh(page).definition == "Small, firm bumps."

    def test_an_editor_cannot_publish_past_the_medical_reviewer(self, editor_client, act, fresh):
        page = draft(ConditionPage)
        act(editor_client, page, PUBLISH)
        assert not fresh(page).live

    def test_an_administrator_can_in_an_emergency(self, administrator_client, act, fresh):
        page = draft(ConditionPage)
        act(administrator_client, page, PUBLISH)
        assert fresh(page).live


@pytest.mark.django_db
class MedicalReviewerAloneTests:
    def test_the_only_approver_finishes_though_the_role_may_not_publish(
        self, writer, writer_client, reviewer, reviewer_client, act, approve, fresh
    ):
        page = draft(ConditionPage, owner=writer)
        page.get_workflow().workflow_tasks.filter(task__name="Editor approval").delete()
        act(writer_client, page, SUBMIT)
        assert not fresh(page).permissions_for_user(reviewer).can_publish()
        approve(reviewer_client, page)
        assert status_of(fresh(page)) is READY
        assert fresh(page).permissions_for_user(reviewer).can_publish()

    def test_a_page_in_review_opens_for_the_reviewer_without_any_page_permission(
        self, writer, writer_client, reviewer, reviewer_client, editor_client, act, approve, fresh
    ):
        reviewer.groups.get().page_permissions.all().delete()
        page = draft(ConditionPage, owner=writer)
        assert not fresh(page).permissions_for_user(reviewer).can_edit()
        act(writer_client, page, SUBMIT)
        approve(editor_client, page)
        assert fresh(page).permissions_for_user(reviewer).can_edit()
        approve(reviewer_client, page)
        assert status_of(fresh(page)) is READY


@pytest.mark.django_db
class BlogReviewTests:
    def test_an_editors_approval_is_enough(self, writer, writer_client, editor_client, act, approve, fresh):
        page = draft(BlogPostPage, owner=writer)
        act(writer_client, page, SUBMIT)
        approve(editor_client, page)
        assert status_of(fresh(page)) is READY

    def test_a_medical_reviewer_has_no_say(self, writer, writer_client, reviewer_client, reviewer, act, fresh):
        page = draft(BlogPostPage, owner=writer)
        act(writer_client, page, SUBMIT)
        assert not fresh(page).permissions_for_user(reviewer).can_edit()

    def test_an_editor_may_publish_without_review(self, editor_client, act, fresh):
        page = draft(BlogPostPage)
        act(editor_client, page, PUBLISH)
        assert fresh(page).live

    def test_a_writer_waits_while_others_review(self, writer, writer_client, act, fresh):
        page = draft(BlogPostPage, owner=writer)
        act(writer_client, page, SUBMIT)
        act(writer_client, page, {}, title="Changed behind the editor's back")
        assert fresh(page).get_latest_revision_as_object().title == page.title


@pytest.mark.django_db
class SendingBackTests:
    def test_the_writer_corrects_and_submits_again(
        self, writer, writer_client, editor_client, act, send_back, approve, fresh, waits_for
    ):
        page = draft(BlogPostPage, owner=writer)
        act(writer_client, page, SUBMIT)
        send_back(editor_client, page)
        assert fresh(page).current_workflow_state.status == "needs_changes"
        act(writer_client, page, SUBMIT, standfirst="Now with sources.")
        assert waits_for(page) == "Editor approval"
        approve(editor_client, page)
        assert status_of(fresh(page)) is READY
        assert fresh(page).get_latest_revision_as_object().standfirst == "Now with sources."

    def test_a_medical_reviewer_sends_back_what_an_editor_approved(
        self, writer, writer_client, editor_client, reviewer_client, act, send_back, approve, fresh, waits_for
    ):
        page = draft(ConditionPage, owner=writer)
        act(writer_client, page, SUBMIT)
        approve(editor_client, page)
        send_back(reviewer_client, page)
        assert not fresh(page).live
        act(writer_client, page, SUBMIT, definition="Small firm bumps below the surface.")
        approve(reviewer_client, page)
        assert waits_for(page) == "Editor approval"


@pytest.mark.django_db
class MailTests:
    def test_each_step_tells_those_who_are_next(
        self, writer, writer_client, editor, editor_client, reviewer, reviewer_client, commerce, act, approve
    ):
        page = draft(ConditionPage, owner=writer)
        mail.outbox.clear()
        act(writer_client, page, SUBMIT)
        assert recipients() == [editor.email]
        approve(editor_client, page)
        assert recipients() == [reviewer.email]
        approve(reviewer_client, page)
        (message,) = mail.outbox
        assert "Nothing has gone live by it: whoever may publish it says when." in message.body
        assert f"/admin/pages/{page.pk}/edit/" in message.body
        assert recipients() == [writer.email]

    def test_the_author_of_a_planned_page_hears_when_it_goes_live(
        self, site_tree, clock, writer, writer_client, editor_client, act, approve
    ):
        page = draft(BlogPostPage, owner=writer, title="Calm & clear")
        act(writer_client, page, SUBMIT, go_live_at="2026-03-02 09:00")
        mail.outbox.clear()
        approve(editor_client, page)
        (message,) = mail.outbox
        assert "“Calm & clear” has been approved. It goes live Mon 2 Mar 09:00 (London)." in message.body

    def test_the_writer_is_told_what_to_change(self, writer, writer_client, editor_client, act, send_back):
        page = draft(BlogPostPage, owner=writer)
        act(writer_client, page, SUBMIT)
        mail.outbox.clear()
        send_back(editor_client, page, comment="Which study is that?")
        (message,) = mail.outbox
        assert message.to == [writer.email]
        assert "Which study is that?" in message.body

    def test_publishing_without_review_sends_nothing(self, editor_client, act):
        page = draft(BlogPostPage)
        mail.outbox.clear()
        act(editor_client, page, PUBLISH)
        assert recipients() == []


@pytest.mark.django_db
class WriterPublishesNothingTests:
    def test_not_by_the_edit_form(self, writer, writer_client, act, fresh):
        page = draft(BlogPostPage, owner=writer)
        act(writer_client, page, PUBLISH)
        assert not fresh(page).live

    def test_not_by_the_create_form(self, writer, writer_client, site_tree):
        url = create_url(BlogPostPage, site_tree.blog)
        form = opened(writer_client, url) | stream_data("body", draft(BlogPostPage).body) | PUBLISH
        form |= {"title": "Straight out", "slug": "straight-out", "has_organisation_byline": "on"}
        writer_client.post(url, form)
        assert not BlogPostPage.objects.filter(slug="straight-out", live=True).exists()

    def test_not_by_the_bulk_action(self, writer, writer_client, fresh):
        page = draft(BlogPostPage, owner=writer)
        writer_client.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}")
        assert not fresh(page).live

    def test_not_by_approving(self, writer, writer_client, act, approve, fresh):
        page = draft(BlogPostPage, owner=writer)
        act(writer_client, page, SUBMIT)
        approve(writer_client, page)
        state = page.current_workflow_task_state
        writer_client.post(f"/admin/pages/workflow/action/{page.pk}/approve/{state.pk}/", {"comment": ""})
        assert not fresh(page).live

    def test_not_by_copying_a_live_page_with_its_status(self, writer, writer_client, site_tree):
        page = published(BlogPostPage, owner=writer)
        form = {
            "new_title": "A copy",
            "new_slug": "a-copy",
            "new_parent_page": site_tree.blog.pk,
            "copy_subpages": "",
            "publish_copies": "on",
            "alias": "",
        }
        writer_client.post(f"/admin/pages/{page.pk}/copy/", form)
        assert not BlogPostPage.objects.filter(slug="a-copy", live=True).exists()

    def test_not_by_going_back_to_an_earlier_version(self, writer, writer_client, fresh):
        page = published(BlogPostPage, owner=writer)
        first = page.live_revision
        page.title = "A second version"
        publish(page)
        url = f"/admin/pages/{page.pk}/revisions/{first.pk}/revert/"
        form = opened(writer_client, url)
        writer_client.post(f"/admin/pages/{page.pk}/edit/", form | PUBLISH)
        assert fresh(page).title == "A second version"

    def test_not_by_taking_a_page_offline_either(self, writer, writer_client, fresh):
        page = published(BlogPostPage, owner=writer)
        writer_client.post(f"/admin/pages/{page.pk}/unpublish/")
        assert fresh(page).live
