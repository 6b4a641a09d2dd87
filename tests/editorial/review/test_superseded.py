"""Which reviews end by publishing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import BlogPostPage
from editorial.review.superseded import end_superseded
from tests.edit_form import SUBMIT
from tests.publication import draft, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned_and_newer(writer, writer_client, act):
    """A post that is planned for tomorrow, and a newer text of it in review."""
    page = draft(BlogPostPage, owner=writer)
    page.go_live_at = timezone.now() + timedelta(days=1)
    planned = page.save_revision()
    # Another date alone would be the same text.
    page.go_live_at, page.standfirst = None, "Newer words."
    page.save_revision(user=writer)
    act(writer_client, page, SUBMIT)
    return page, planned


class EndSupersededTests:
    def test_the_review_of_a_newer_text_goes_on(self, planned_and_newer, fresh):
        page, planned = planned_and_newer
        end_superseded(fresh(page), planned)
        assert fresh(page).workflow_in_progress

    def test_the_review_of_the_published_text_ends(self, planned_and_newer, fresh):
        page, _ = planned_and_newer
        end_superseded(fresh(page), fresh(page).current_workflow_task_state.revision)
        assert not fresh(page).workflow_in_progress

    def test_publishing_past_a_review_ends_it(self, planned_and_newer, fresh):
        page, _ = planned_and_newer
        publish(fresh(page))
        assert not fresh(page).workflow_in_progress

    def test_an_older_version_going_live_does_not(self, planned_and_newer, fresh):
        page, planned = planned_and_newer
        planned.content["go_live_at"] = None
        planned.save()
        planned.publish()
        assert fresh(page).live
        assert fresh(page).workflow_in_progress
