"""The handlers are connected."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import BlogPostPage
from core.approval import is_approved
from editorial.scheduling import runner
from tests.editorial.scheduling.mornings import NINE
from tests.publication import draft, published


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


@pytest.mark.django_db
class EndReviewOfPublishedTests:
    @pytest.mark.parametrize("make", [draft, published])
    def test_a_text_that_is_planned_during_its_review_is_reviewed_until_it_is_live(
        self, site_tree, clock, writer, fresh, make
    ):
        page = make(BlogPostPage, owner=writer)
        page.go_live_at, page.standfirst = NINE, "Newer words."
        revision = page.save_revision(user=writer)
        page.get_workflow().start(page, writer)
        revision.publish()
        assert fresh(page).workflow_in_progress
        clock(NINE)
        assert runner.run() == {"done": 1}
        assert fresh(page).live
        assert not fresh(page).workflow_in_progress
