"""What the last approval does: it schedules what names a time to come, and publishes nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import BlogPostPage
from core import publishing
from core.plan import plan_of
from core.publishing import Problem, PublishRefused
from core.status import LIVE_CHANGES, READY, SCHEDULED, status_of
from tests.edit_form import SUBMIT, said
from tests.publication import draft, published


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


@pytest.fixture
def moment():
    """A moment three days from now, to the minute."""
    return (timezone.now() + timedelta(days=3)).replace(second=0, microsecond=0)


def typed(moment):
    """A moment as the box for it shows it."""
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


@pytest.mark.django_db
class ScheduleApprovedTests:
    def test_without_a_date_the_page_is_ready_and_nothing_goes_live(self, submitted, editor_client, approve, fresh):
        approve(editor_client, submitted)
        page = fresh(submitted)
        assert (page.live, page.workflow_in_progress) == (False, False)
        assert status_of(page) is READY

    def test_the_planned_moment_is_kept(self, writer, writer_client, editor_client, act, approve, fresh, moment):
        page = draft(BlogPostPage, owner=writer)
        act(writer_client, page, SUBMIT, go_live_at=typed(moment))
        assert plan_of(fresh(page)).scheduled is None
        approve(editor_client, page)
        assert plan_of(fresh(page)).scheduled == moment
        assert status_of(fresh(page)) is SCHEDULED

    def test_a_moment_typed_while_approving_is_kept(self, submitted, editor_client, approve, fresh, moment):
        approve(editor_client, submitted, go_live_at=typed(moment))
        page = fresh(submitted)
        assert not page.live
        assert page.scheduled_revision.approved_go_live_at == moment
        assert not page.workflow_in_progress

    def test_a_moment_that_has_passed_publishes_nothing(
        self, writer, writer_client, editor_client, act, approve, fresh, clock
    ):
        page = draft(BlogPostPage, owner=writer)
        act(writer_client, page, SUBMIT, go_live_at="2026-03-02 09:00")
        clock(timezone.now() + timedelta(hours=2))
        approve(editor_client, page)
        page = fresh(page)
        assert (page.live, plan_of(page).scheduled) == (False, None)
        assert status_of(page) is READY

    def test_changes_of_a_live_page_wait_for_whoever_publishes_them(
        self, writer_client, writer, editor_client, act, approve, fresh
    ):
        page = published(BlogPostPage, owner=writer, standfirst="What helps.")
        act(writer_client, page, SUBMIT, standfirst="What might help.")
        approve(editor_client, page)
        assert fresh(page).standfirst == "What helps."
        assert status_of(fresh(page)) is LIVE_CHANGES

    def test_a_refusal_in_the_form_is_said_there_and_leaves_the_review_open(
        self, submitted, editor_client, refusal, approve, send_back, fresh, waits_for
    ):
        refusal()
        response = approve(editor_client, submitted)
        assert "The moon is not full." in said(response)
        assert waits_for(submitted) == "Editor approval"
        send_back(editor_client, submitted)
        assert fresh(submitted).current_workflow_state.status == "needs_changes"

    def test_a_refusal_from_elsewhere_is_said_in_words_and_leaves_the_review_open(
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
