"""A scheduled page is corrected in one action, and its version keeps the slot until the correction is ready."""

import pytest
from django.db import transaction

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.models import is_spoken_for
from core.plan import plan_of
from editorial.scheduling import runner
from tests.edit_form import PUBLISH, SUBMIT, edit_url, opened, said
from tests.editorial.scheduling.mornings import NINE, TEN, is_live, planned
from tests.publication import draft

pytestmark = pytest.mark.django_db
JSON = {"accept": "application/json"}
UPDATE = {"action-publish": "schedule"}
APPROVE = {"action-workflow-action": "true", "workflow-action-name": "approve"}


def send(client, page, button=None, headers=None, **changes):
    """Send the form of a page as it opens, changed where a test says so."""
    url = edit_url(page)
    return client.post(url, opened(client, url) | (button or {}) | changes, headers=headers)


def fresh(page):
    """The page as the database has it."""
    return type(page).objects.get(pk=page.pk)


def scheduled_text(page):
    """The standfirst of the one version that is scheduled."""
    return page.revisions.get(approved_go_live_at__isnull=False).as_object().standfirst


@pytest.fixture
def post(site_tree, clock):
    """A post planned for nine."""
    return planned(NINE, standfirst="The first words.")


class PressUpdateTests:
    def test_one_press_puts_the_correction_in_the_same_place(self, post, clock, editor_client):
        assert send(editor_client, post, UPDATE, standfirst="Better words.").status_code == 302
        assert scheduled_text(post) == "Better words."
        assert plan_of(fresh(post)).scheduled == NINE
        clock(NINE)
        runner.run()
        assert fresh(post).live
        assert fresh(post).standfirst == "Better words."

    @pytest.mark.parametrize(("box", "change"), [("expire_at", "2026-03-02 08:30"), ("body", {"body-count": 0})])
    def test_a_refused_correction_leaves_the_version_and_says_why_at_the_box(
        self, post, clock, editor_client, box, change
    ):
        change = change if isinstance(change, dict) else {box: change}
        response = send(editor_client, post, UPDATE, standfirst="Better words.", **change)
        assert box in response.context["form"].errors
        assert scheduled_text(post) == "The first words."
        clock(NINE)
        runner.run()
        assert fresh(post).standfirst == "The first words."

    def test_another_date_moves_it(self, post, editor_client):
        send(editor_client, post, UPDATE, go_live_at="2026-03-02 10:00")
        assert plan_of(fresh(post)).scheduled == TEN
        assert post.revisions.filter(approved_go_live_at__isnull=False).count() == 1

    def test_after_the_slot_it_publishes_nothing_unasked(self, post, clock, editor_client):
        url = edit_url(post)
        form = opened(editor_client, url) | UPDATE | {"standfirst": "Better words."}
        clock(NINE)
        runner.run()
        response = editor_client.post(url, form)
        assert "Nothing was scheduled" in said(response)
        assert fresh(post).standfirst == "The first words."
        assert "Publish changes" in said(response)


class SaveADraftTests:
    def test_a_saved_draft_leaves_the_scheduled_version_alone(self, post, clock, editor_client):
        send(editor_client, post, standfirst="Half a sen")
        assert scheduled_text(post) == "The first words."
        clock(NINE)
        runner.run()
        page = fresh(post)
        assert (page.live, page.standfirst, page.has_unpublished_changes) == (True, "The first words.", True)
        assert page.get_latest_revision_as_object().standfirst == "Half a sen"

    def test_what_is_unscheduled_stays_a_draft(self, post, clock, editor_client):
        revision = post.revisions.get(approved_go_live_at=NINE)
        editor_client.post(f"/admin/pages/{post.pk}/revisions/{revision.pk}/unschedule/")
        clock(NINE)
        runner.run()
        assert not is_live(post)


class AutosaveTests:
    """The form of the author saves itself, again and again, while the slot comes."""

    def autosave(self, client, page, words, overwrite):
        """One autosave on top of the version the last one made."""
        url = edit_url(page)
        form = opened(client, url) | {"standfirst": words, "overwrite_revision_id": overwrite}
        response = client.post(url, form, headers=JSON)
        assert response.status_code == 200, response.content
        return response.json()["revision_id"]

    def test_it_never_writes_over_the_scheduled_version(self, site_tree, clock, editor, editor_client):
        page = draft(BlogPostPage, standfirst="The first words.", go_live_at=NINE)
        page.save_revision(user=editor).publish(user=editor)
        scheduled = page.latest_revision_id
        newer = self.autosave(editor_client, page, "Half a sen", scheduled)
        assert newer != scheduled
        assert scheduled_text(page) == "The first words."
        assert plan_of(fresh(page)).scheduled == NINE
        assert self.autosave(editor_client, page, "Half a sentence", newer) == newer

    def test_it_never_writes_over_what_has_just_gone_live(self, site_tree, clock, editor, editor_client):
        page = draft(BlogPostPage, standfirst="The first words.", go_live_at=NINE)
        page.save_revision(user=editor).publish(user=editor)
        live = page.latest_revision_id
        clock(NINE)
        runner.run()
        assert self.autosave(editor_client, page, "Half a sen", live) != live
        assert fresh(page).live
        assert fresh(page).standfirst == fresh(page).live_revision.as_object().standfirst == "The first words."

    def test_a_draft_saved_across_the_slot_stays_a_draft_and_the_page_live(
        self, site_tree, clock, editor, editor_client
    ):
        page = draft(BlogPostPage, standfirst="The first words.", go_live_at=NINE)
        page.save_revision(user=editor).publish(user=editor)
        newer = self.autosave(editor_client, page, "Half a sen", page.latest_revision_id)
        url = edit_url(page)
        late = opened(editor_client, url) | {"standfirst": "Half a sentence", "overwrite_revision_id": newer}
        clock(NINE)
        runner.run()
        assert editor_client.post(url, late, headers=JSON).json()["revision_id"] == newer
        page = fresh(page)
        assert (page.live, page.standfirst, page.has_unpublished_changes) == (True, "The first words.", True)
        assert page.get_latest_revision_as_object().standfirst == "Half a sentence"

    def test_a_version_scheduled_since_it_was_read_is_spoken_for(self, site_tree, clock, editor):
        page = draft(BlogPostPage, go_live_at=NINE)
        stale = page.get_latest_revision()
        fresh(page).get_latest_revision().publish(user=editor)
        with transaction.atomic():
            assert stale.approved_go_live_at is None
            assert is_spoken_for(stale)


@pytest.fixture
def condition(site_tree, clock, writer):
    """A condition of Wanda's that was approved for nine."""
    page = draft(ConditionPage, owner=writer, definition="Small firm bumps.", go_live_at=NINE)
    page.save_revision(user=writer).publish()
    return fresh(page)


def scheduled_definition(page):
    """The definition in the one version that is scheduled."""
    return page.revisions.get(approved_go_live_at__isnull=False).as_object().definition


class ThroughReviewTests:
    def test_the_old_version_keeps_the_slot_until_approval_replaces_it(
        self, condition, writer_client, editor_client, reviewer_client
    ):
        send(writer_client, condition, SUBMIT, definition="Small firm plugs.")
        assert scheduled_definition(condition) == "Small firm bumps."
        send(editor_client, condition, APPROVE)
        assert scheduled_definition(condition) == "Small firm bumps."
        send(reviewer_client, condition, APPROVE)
        assert scheduled_definition(condition) == "Small firm plugs."
        assert plan_of(fresh(condition)).scheduled == NINE
        assert not fresh(condition).workflow_in_progress

    def test_at_nine_what_is_ready_goes_out_and_the_review_goes_on(
        self, condition, clock, writer_client, editor_client, reviewer_client
    ):
        send(writer_client, condition, SUBMIT, definition="Small firm plugs.")
        clock(NINE)
        runner.run()
        page = fresh(condition)
        assert (page.live, page.definition) == (True, "Small firm bumps.")
        assert page.workflow_in_progress
        send(editor_client, condition, APPROVE)
        send(reviewer_client, condition, APPROVE)
        assert fresh(condition).definition == "Small firm bumps."
        send(editor_client, condition, PUBLISH)
        assert fresh(condition).definition == "Small firm plugs."

    def test_approving_from_the_dashboard_what_is_not_finished_changes_nothing(
        self, condition, writer, writer_client, editor_client, reviewer_client
    ):
        send(writer_client, condition, SUBMIT, definition="Small firm plugs.")
        send(editor_client, condition, APPROVE)
        page = fresh(condition).get_latest_revision_as_object()
        page.definition = ""
        page.save_revision(user=writer, clean=False)
        for client in (reviewer_client, editor_client, reviewer_client):
            state = fresh(condition).current_workflow_task_state
            if state:
                address = f"/admin/pages/workflow/action/{condition.pk}/approve/{state.pk}/"
                response = client.post(address, {"comment": ""}, follow=True)
        assert "cannot go live yet" in said(response)
        assert scheduled_definition(condition) == "Small firm bumps."

    def test_publishing_past_it_is_offered_to_administrators_alone(self, condition, editor_client, clock):
        send(editor_client, condition, PUBLISH, definition="Small firm plugs.")
        assert scheduled_definition(condition) == "Small firm bumps."
