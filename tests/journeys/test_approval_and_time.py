"""The last approval says what it does, whatever becomes of the date, and publishes nothing by surprise."""

from datetime import timedelta

import pytest
from django.utils.timezone import now
from playwright.sync_api import expect

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.plan import plan_of
from core.site_time import with_zone
from core.status import READY, status_of
from editorial.scheduling.slots import next_free_slot
from tests.journeys.accessibility import faults, fits
from tests.journeys.schedule_form import ScheduleForm, fresh, in_days, typed
from tests.publication import draft

LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def submitted(page, author, *approvers):
    """Send a page to review, and have it approved by these."""
    page.get_workflow().start(page, author)
    for person in approvers:
        fresh(page).current_workflow_task_state.approve(user=person)
    return page


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
class LastApprovalTests:
    def test_without_a_date_publishing_is_one_click_more(self, desk_of, site_tree, writer, editor, screen):
        post = submitted(draft(BlogPostPage, title="Calm skin", owner=writer), writer)
        desk = desk_of(editor, **screen)
        desk.open("Waiting for you", "Calm skin").press("Approve: ready to publish")
        desk.says("“Calm skin” is approved. Nothing has gone live")
        assert status_of(fresh(post)) is READY
        assert faults(desk.page, ".messages") == []
        assert fits(desk.page)
        desk.page.get_by_role("button", name="Publish now").click()
        desk.says("“Calm skin” is live.")
        assert fresh(post).live

    def test_a_date_that_passed_is_told_and_the_next_slot_is_one_click(
        self, desk_of, site_tree, writer, editor, screen
    ):
        passed = now() - timedelta(hours=2)
        post = submitted(draft(BlogPostPage, title="Calm skin", owner=writer, go_live_at=passed), writer)
        desk, slot = desk_of(editor, **screen), next_free_slot(now())
        desk.open("Waiting for you", "Calm skin").press("Approve: ready to publish")
        desk.says("is approved, but the time for it has passed")
        assert not fresh(post).live
        desk.page.goto(f"{desk.address}/admin/")
        assert faults(desk.page, ".ready-list") == []
        assert fits(desk.page)
        desk.page.get_by_role("button", name=f"Schedule for {with_zone(slot)}").click()
        desk.says(f"“Calm skin” goes live {with_zone(slot)}.")
        assert plan_of(fresh(post)).scheduled == slot


@pytest.mark.django_db(transaction=True)
class ButtonFollowsFormTests:
    def test_the_button_follows_the_date_and_a_changed_text(self, desk_of, site_tree, writer, editor, reviewer):
        moment = in_days(9)
        page = submitted(draft(ConditionPage, title="Milia", owner=writer), writer, editor)
        form = ScheduleForm(desk_of(reviewer), page)
        button = form.page.locator("footer [data-approve-button]").first
        expect(button).to_have_text("Approve: ready to publish")
        form.type_time(typed(moment), way="Choose a time…")
        expect(button).to_have_text(f"Approve: goes live {with_zone(moment)}")
        form.page.get_by_role("tab", name="Content").click()
        form.write(definition="Firm plugs.")
        expect(button).to_have_text("Approve")

    def test_the_author_chooses_a_time_and_an_editor_confirms_it(self, desk_of, site_tree, writer, editor):
        moment = in_days(9)
        post = submitted(draft(BlogPostPage, title="Calm skin", owner=writer), writer, editor)
        form = ScheduleForm(desk_of(writer), post)
        form.page.get_by_role("link", name="Choose a time…").click()
        box = form.page.locator("#id_go_live_at")
        expect(box).to_be_focused()
        box.fill(typed(moment))
        form.choose_in_menu("Save draft")
        assert plan_of(fresh(post)).scheduled is None
        desk = desk_of(editor)
        desk.page.get_by_role("button", name=f"Schedule for {with_zone(moment)}").click()
        desk.says(f"“Calm skin” goes live {with_zone(moment)}.")
        assert plan_of(fresh(post)).scheduled == moment
