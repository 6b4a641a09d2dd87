"""What the last approval does."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import BlogPostPage
from core import publishing
from core.publishing import Problem, PublishRefused
from tests.edit_form import SUBMIT, said
from tests.publication import draft


@pytest.fixture
def refusal(monkeypatch):
    """A publish check that says no from the moment it is switched on."""

    def switch_on():
        monkeypatch.setattr(publishing, "_checks", [lambda page, moment: [Problem("", "The moon is not full.")]])

    return switch_on


@pytest.fixture
def submitted(writer, writer_client, act):
    """A post Wanda has submitted."""
    page = draft(BlogPostPage, owner=writer)
    act(writer_client, page, SUBMIT)
    return page


@pytest.mark.django_db
class PublishApprovedTests:
    def test_the_approved_words_go_live(self, submitted, editor_client, approve, fresh):
        revision = submitted.current_workflow_task_state.revision
        approve(editor_client, submitted)
        assert fresh(submitted).live_revision == revision

    def test_a_planned_moment_is_kept(self, submitted, editor_client, approve, fresh):
        moment = (timezone.now() + timedelta(days=3)).replace(second=0, microsecond=0)
        local = timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")
        approve(editor_client, submitted, go_live_at=local)
        page = fresh(submitted)
        assert not page.live
        assert page.scheduled_revision.approved_go_live_at == moment
        assert not page.workflow_in_progress

    def test_a_refusal_in_the_form_is_said_there_and_leaves_the_review_open(
        self, submitted, editor_client, refusal, approve, send_back, fresh, waits_for
    ):
        refusal()
        response = approve(editor_client, submitted)
        assert "The moon is not full." in said(response)
        assert waits_for(submitted) == "Editor approval"
        send_back(editor_client, submitted)
        assert fresh(submitted).current_workflow_state.status == "needs_changes"

    def test_a_refusal_from_the_dashboard_is_said_in_words_and_leaves_the_review_open(
        self, submitted, editor_client, refusal, fresh, waits_for
    ):
        refusal()
        state = submitted.current_workflow_task_state
        address = f"/admin/pages/workflow/action/{submitted.pk}/approve/{state.pk}/"
        response = editor_client.post(address, {"comment": ""}, follow=True)
        assert response.status_code == 200
        assert "The moon is not full." in said(response)
        assert not fresh(submitted).live
        assert waits_for(submitted) == "Editor approval"
        editor_client.post(address.replace("approve", "reject"), {"comment": "Wait for the moon."})
        assert fresh(submitted).current_workflow_state.status == "needs_changes"

    def test_a_refusal_without_a_view_undoes_the_approval(self, submitted, editor, refusal, fresh, waits_for):
        refusal()
        with pytest.raises(PublishRefused, match=r"The moon is not full\."):
            submitted.current_workflow_task_state.approve(user=editor)
        assert waits_for(submitted) == "Editor approval"
        assert not fresh(submitted).live
