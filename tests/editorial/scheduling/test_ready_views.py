"""The buttons of an approved page."""

from datetime import timedelta

import pytest
from django.urls import reverse

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.plan import plan_of
from core.status import LIVE, READY, SCHEDULED, status_of
from tests.edit_form import said
from tests.editorial.scheduling.mornings import NINE, TEN
from tests.publication import draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site_tree, clock, writer, editor, reviewer):
    """A condition of Wanda's that was approved too late for its time."""
    page = draft(ConditionPage, owner=writer, title="Calm skin", go_live_at=NINE - timedelta(minutes=30))
    page.get_workflow().start(page, writer)
    clock(NINE - timedelta(minutes=20))
    for person in (editor, reviewer):
        ConditionPage.objects.get(pk=page.pk).current_workflow_task_state.approve(user=person)
    return ConditionPage.objects.get(pk=page.pk)


def press(client, page, moment="", revision_id=None):
    """Press one of the two buttons, and see the page it leads to."""
    address = reverse("publish_ready", args=[page.pk, revision_id or page.latest_revision_id])
    return client.post(address, {"moment": moment}, follow=True)


def fresh(page):
    """The page as the database has it."""
    return type(page).objects.get(pk=page.pk)


class PublishReadyTests:
    def test_publish_now_is_dated_by_when_it_was_pressed(self, page, clock, editor_client):
        assert status_of(page) is READY
        clock(TEN)
        response = press(editor_client, page)
        assert "“Calm skin” is live." in said(response)
        assert "Undo" in said(response)
        assert status_of(fresh(page)) is LIVE
        assert fresh(page).published_at == TEN

    def test_the_slot_schedules_it_and_can_be_undone_to_ready(self, page, editor_client):
        response = press(editor_client, page, NINE.isoformat())
        assert "“Calm skin” goes live Mon 2 Mar 09:00 (London)." in said(response)
        assert "Undo" in said(response)
        assert status_of(fresh(page)) is SCHEDULED
        assert plan_of(fresh(page)).scheduled == NINE
        revision = fresh(page).scheduled_revision
        editor_client.post(reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, revision.pk]))
        assert status_of(fresh(page)) is READY

    def test_a_medical_reviewer_may_as_well(self, page, reviewer_client):
        press(reviewer_client, page)
        assert fresh(page).live

    def test_a_writer_may_not(self, page, writer_client):
        press(writer_client, page)
        assert not fresh(page).live

    def test_a_text_nobody_has_approved_is_nobodys(self, site_tree, clock, editor_client, reviewer_client):
        page = draft(ConditionPage)
        for client in (editor_client, reviewer_client):
            press(client, page)
        assert not fresh(page).live

    def test_a_text_that_was_changed_meanwhile_is_not_published(self, page, administrator_client):
        page.definition = "Firm plugs."
        page.save_revision()
        response = press(administrator_client, page, revision_id=page.live_revision_id or 1)
        assert "it was changed since you looked" in said(response)
        assert not fresh(page).live

    def test_a_slot_that_is_over_publishes_nothing(self, page, clock, editor_client):
        clock(TEN)
        response = press(editor_client, page, NINE.isoformat())
        assert "Nothing was scheduled, as Mon 2 Mar 09:00 (London) is over." in said(response)
        assert "Nothing was scheduled." in said(press(editor_client, page, "soon"))
        assert not fresh(page).live

    @pytest.mark.parametrize("moment", ["soon", "2026-99-99T09:00:00+00:00", "2026-03-03T09:00:00", "\x00"])
    def test_a_time_nobody_can_read_schedules_nothing(self, page, editor_client, moment):
        response = press(editor_client, page, moment)
        assert response.status_code == 200
        assert "Nothing was scheduled." in said(response)
        assert status_of(fresh(page)) is READY

    def test_a_locked_page_is_left_alone(self, page, administrator, editor_client):
        ConditionPage.objects.filter(pk=page.pk).update(locked=True, locked_by=administrator)
        assert "somebody has locked it" in said(press(editor_client, page))
        assert not fresh(page).live

    def test_what_may_not_go_live_says_why_and_stays_as_it_was(self, site_tree, clock, editor, editor_client):
        page = draft(BlogPostPage, title="Calm skin")
        page.body = []
        page.save_revision(clean=False)
        response = press(editor_client, page, NINE.isoformat())
        assert "cannot go live yet" in said(response)
        assert fresh(page).latest_revision_id == page.latest_revision_id
