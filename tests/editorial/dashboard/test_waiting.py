"""What waits for somebody."""

import pytest

from tests.blog.factories import BlogPostPageFactory
from tests.conditions.factories import ConditionPageFactory

pytestmark = pytest.mark.django_db


def submit(page, user):
    """Send a page to review, as its form does."""
    return page.get_workflow().start(page, user)


class WaitingTests:
    def test_editor_is_shown_what_a_writer_submitted(self, writer, editor, dashboard):
        page = BlogPostPageFactory(owner=writer)
        submit(page, writer)
        (item,) = dashboard(editor)["waiting"]["waiting"]
        assert item.page == page
        assert "Wanda Ito" in item.reason
        assert not dashboard(writer)["waiting"]["waiting"]

    def test_reviewer_waits_for_the_medical_step(self, writer, editor, reviewer, dashboard):
        page = ConditionPageFactory(owner=writer)
        state = submit(page, writer)
        assert not dashboard(reviewer)["waiting"]["waiting"]
        state.current_task_state.approve(user=editor)
        assert [item.page for item in dashboard(reviewer)["waiting"]["waiting"]] == [page]

    def test_page_sent_back_waits_for_its_writer_with_the_reason(self, writer, editor, dashboard):
        page = BlogPostPageFactory(owner=writer)
        submit(page, writer).current_task_state.reject(user=editor, comment="Say who it is for.")
        (item,) = dashboard(writer)["waiting"]["waiting"]
        assert (item.page, item.comment) == (page, "Say who it is for.")
        assert "Edith Brand" in item.reason
        assert not dashboard(editor)["waiting"]["waiting"]
