"""The handlers are connected."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import BlogPostPage
from core.approval import is_approved
from tests.publication import draft


@pytest.mark.django_db
class SettleApprovedTextTests:
    def test_it_hears_of_every_approval(self, writer, editor):
        page = draft(BlogPostPage, owner=writer)
        page.get_workflow().start(page, writer)
        page.title = "Three calmer evenings"
        page.save_revision(user=editor)
        page.current_workflow_task_state.approve(user=editor)
        assert is_approved(page)


@pytest.mark.django_db
class KeepApprovalOfSameTextTests:
    def test_it_hears_of_every_version(self, writer, editor):
        page = draft(BlogPostPage, owner=writer)
        page.get_workflow().start(page, writer)
        page.current_workflow_task_state.approve(user=editor)
        page.go_live_at = timezone.now() + timedelta(days=1)
        page.save_revision(user=writer)
        assert is_approved(page)
