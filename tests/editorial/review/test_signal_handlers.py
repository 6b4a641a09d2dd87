"""The handler is connected."""

import pytest

from blog.models import BlogPostPage
from tests.publication import draft


@pytest.mark.django_db
class SettleApprovedTextTests:
    def test_it_hears_of_every_approval(self, writer, editor):
        page = draft(BlogPostPage, owner=writer)
        page.get_workflow().start(page, writer)
        page.title = "Three calmer evenings"
        page.save_revision(user=editor)
        page.current_workflow_task_state.approve(user=editor)
        page.refresh_from_db()
        assert page.live
        assert page.title == "Three calmer evenings"
