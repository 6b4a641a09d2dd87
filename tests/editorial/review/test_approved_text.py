"""Which text an approval is about."""

import pytest

from blog.models import BlogPostPage
from editorial.review.approved_text import is_being_approved
from tests.publication import draft


@pytest.fixture
def page(writer):
    """A post of Wanda's in review."""
    page = draft(BlogPostPage, owner=writer)
    page.get_workflow().start(page, writer)
    return page


@pytest.mark.django_db
class CoverOwnEditsTests:
    def test_an_approval_covers_what_the_approver_changed(self, page, editor):
        state = page.current_workflow_task_state
        page.title = "Three calmer evenings"
        revision = page.save_revision(user=editor)
        state.approve(user=editor, update=False)
        assert state.revision == revision

    def test_it_does_not_cover_what_somebody_else_changed(self, page, editor, administrator):
        state = page.current_workflow_task_state
        submitted = state.revision
        page.title = "Three calmer evenings"
        page.save_revision(user=administrator)
        state.approve(user=editor, update=False)
        assert state.revision == submitted

    def test_a_given_approval_stays_with_its_text(self, page, editor):
        state = page.current_workflow_task_state
        approved = state.approve(user=editor, update=False).revision
        page.title = "Three calmer evenings"
        page.save_revision(user=editor)
        state.comment = "Read on Monday"
        state.save()
        state.refresh_from_db()
        assert state.revision == approved


@pytest.mark.django_db
class IsBeingApprovedTests:
    def test_a_waiting_task_is_not(self, page):
        assert not is_being_approved(page.current_workflow_task_state)

    def test_sending_back_is_not(self, page, editor):
        state = page.current_workflow_task_state
        state.status, state.finished_by = state.STATUS_REJECTED, editor
        assert not is_being_approved(state)

    def test_an_approval_by_nobody_is_not(self, page):
        state = page.current_workflow_task_state
        state.status = state.STATUS_APPROVED
        assert not is_being_approved(state)

    def test_an_approval_is(self, page, editor):
        state = page.current_workflow_task_state
        state.status, state.finished_by = state.STATUS_APPROVED, editor
        assert is_being_approved(state)
