"""The big button of a page form is this person's next step; every other action stays in the menu above it."""

from enum import Enum
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem, SubmitForModerationMenuItem
from wagtail.models import Page, PagePermissionTester

from core.approval import is_approved
from core.button_words import ButtonWords, at_once_words
from core.plan import Plan, plan_of


class PublishOrScheduleMenuItem(PublishMenuItem):
    """Publishing at once or scheduling, as the form's date says; a script keeps the words right while it is typed."""

    template_name = "editorial/publishing/publish_button.html"

    def get_context_data(self, parent_context):
        page = parent_context.get("page")
        is_earlier = parent_context["view"] == "revisions_revert"
        at_once = "Publish this version" if is_earlier else at_once_words(is_live=bool(page and page.live))
        words = ButtonWords(at_once, plan_of(page) if page else Plan())
        return super().get_context_data(parent_context) | {"words": words}


class SubmitForReviewMenuItem(SubmitForModerationMenuItem):
    """Handing the page on to those who review it."""

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        page = context.get("page")
        state = page.current_workflow_state if page else None
        if state is None or state.status != state.STATUS_NEEDS_CHANGES:
            context["label"] = "Submit for review"
        return context


class BigButton(ActionMenuItem):
    """An action as the big button, with saving a draft still what Enter does."""

    template_name = "editorial/publishing/big_button.html"

    def __init__(self, item: ActionMenuItem) -> None:
        super().__init__(order=item.order)
        self.item = item
        self.name = item.name

    def get_context_data(self, parent_context):
        return {"action": self.item.render_html(parent_context)}

    @property
    def media(self):
        return self.item.media


def put_next_step_first(menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Word publishing and submitting plainly, and move the next step to where the big button is made from."""
    page = context.get("page")
    for place, item in enumerate(menu_items):
        if item.name == "action-publish":
            menu_items[place] = PublishOrScheduleMenuItem(order=item.order)
        elif item.name == "action-submit":
            menu_items[place] = SubmitForReviewMenuItem(order=item.order)
    offered = {item.name for item in menu_items}
    step = next_step(offered, stage_of(page, request.user) if page else Stage.WRITTEN)
    if step:
        menu_items.sort(key=lambda item: item.name != step)
        menu_items[0] = BigButton(menu_items[0])


class Stage(Enum):
    """How far a text is on its way to readers, as far as the next step depends on it."""

    WRITTEN = "written"
    IN_REVIEW = "in review"
    #: Approved, and without a time to go live.
    READY = "ready"
    #: Approved and scheduled: whoever may publish nothing else has nothing to publish.
    PLANNED = "planned"


def stage_of(page: Page, user: AbstractUser) -> Stage:
    """How far the text of a page is, for somebody at its form."""
    if page.workflow_in_progress:
        return Stage.IN_REVIEW
    if not is_approved(page):
        return Stage.WRITTEN
    scheduled = page.scheduled_revision
    if scheduled is None or scheduled.pk != page.latest_revision_id:
        return Stage.READY
    return Stage.WRITTEN if PagePermissionTester(user, page).can_publish() else Stage.PLANNED


def next_step(offered: set[str | None], stage: Stage) -> str | None:
    """The name of the action to offer first; None leaves the order as it is.

    While others review a page, publishing past them is possible for some and the next step of nobody. A text that is
    approved is not submitted once more.
    """
    if "approve" in offered:
        return "approve"
    steps = STEPS[stage]
    return next((name for name in steps if name in offered), None)


STEPS = {
    Stage.WRITTEN: ["action-publish", "action-submit"],
    Stage.IN_REVIEW: [],
    Stage.READY: ["action-publish"],
    Stage.PLANNED: ["action-submit"],
}
