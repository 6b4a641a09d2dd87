"""Who may publish what was approved publishes that and nothing else."""

import pytest

from conditions.models import ConditionPage
from core.status import DRAFT, LIVE, READY, SCHEDULED, status_of
from tests.edit_form import PUBLISH, SUBMIT, edit_url, opened, said
from tests.publication import draft

pytestmark = pytest.mark.django_db
NOT_PUBLISHED = "was saved and not published: what you changed has to be approved first."


@pytest.fixture
def ready(writer, writer_client, editor_client, reviewer_client, act, approve):
    """A condition of Wanda's that both have approved."""
    page = draft(ConditionPage, owner=writer, definition="Small firm bumps.")
    act(writer_client, page, SUBMIT)
    approve(editor_client, page)
    approve(reviewer_client, page)
    return page


class KeepUnapprovedTests:
    def test_an_editor_publishes_a_clinical_page_that_was_approved(self, ready, editor_client, act, fresh):
        assert status_of(fresh(ready)) is READY
        act(editor_client, ready, PUBLISH)
        assert status_of(fresh(ready)) is LIVE

    def test_an_editor_schedules_it_alike(self, ready, editor_client, act, fresh):
        act(editor_client, ready, {"action-publish": "2999-03-01T09:00:00+00:00"})
        assert status_of(fresh(ready)) is SCHEDULED

    def test_what_is_changed_while_publishing_stays_a_draft_and_is_said(self, ready, editor_client, fresh):
        form = opened(editor_client, edit_url(ready)) | PUBLISH | {"definition": "Firm plugs."}
        response = editor_client.post(edit_url(ready), form, follow=True)
        assert NOT_PUBLISHED in said(response)
        page = fresh(ready)
        assert (page.live, status_of(page)) == (False, DRAFT)
        assert page.get_latest_revision_as_object().definition == "Firm plugs."

    def test_nor_is_it_planned(self, ready, editor_client, act, fresh):
        act(editor_client, ready, {"action-publish": "2999-03-01T09:00:00+00:00"}, definition="Firm plugs.")
        assert fresh(ready).scheduled_revision is None

    def test_a_writer_publishes_nothing_that_was_approved(self, ready, writer_client, act, fresh):
        act(writer_client, ready, PUBLISH)
        assert not fresh(ready).live

    def test_before_the_last_approval_nobody_does(self, writer, writer_client, editor_client, act, approve, fresh):
        page = draft(ConditionPage, owner=writer)
        act(writer_client, page, SUBMIT)
        approve(editor_client, page)
        act(editor_client, page, PUBLISH)
        assert not fresh(page).live


class SayWhyNotPublishedTests:
    def test_a_form_that_saved_its_changes_before_says_it_too(self, ready, editor_client, fresh):
        url = edit_url(ready)
        form = opened(editor_client, url) | {"definition": "Firm plugs."}
        saved = editor_client.post(url, form, headers={"accept": "application/json"}).json()
        form |= PUBLISH | {"overwrite_revision_id": saved["revision_id"]}
        response = editor_client.post(url, form, follow=True)
        assert NOT_PUBLISHED in said(response)
        assert not fresh(ready).live
