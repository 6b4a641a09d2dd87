"""What waits for somebody."""

import pytest

from tests.blog.factories import BlogPostPageFactory
from tests.conditions.factories import ConditionPageFactory
from tests.editorial.scheduling.mornings import NINE, TEN

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

    def test_it_says_when_each_goes_live(self, clock, writer, editor, dashboard):
        submit(BlogPostPageFactory(owner=writer, go_live_at=NINE), writer)
        submit(BlogPostPageFactory(owner=writer), writer)
        plans = {item.plan for item in dashboard(editor)["waiting"]["waiting"]}
        assert plans == {"Goes live Mon 2 Mar 09:00 (London)", ""}
        clock(TEN)
        found = dashboard(editor)
        assert "Its time has passed: Mon 2 Mar 09:00 (London)" in {item.plan for item in found["waiting"]["waiting"]}
        assert "Its time has passed: Mon 2 Mar 09:00 (London)" in found["html"]

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
