"""What the action menu of a page form offers about the schedule, beside publishing."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.models import Page

from core.approval import is_approved
from core.forms import PUBLISH_BUTTON
from core.plan import Plan, plan_of
from core.site_time import with_zone
from editorial.scheduling.bundles.membership import waiting_bundle_of
from editorial.scheduling.models import Bundle
from editorial.scheduling.slots import next_free_slot

A_TIME, ANOTHER_TIME = "Choose a time…", "Choose another time…"


class SlotMenuItem(ActionMenuItem):
    """Schedules for the next free slot with one press."""

    name = "action-schedule-slot"
    icon_name = "calendar-check"
    template_name = "editorial/scheduling/slot_action.html"

    def __init__(self, slot: datetime) -> None:
        super().__init__()
        self.slot = slot

    def get_context_data(self, parent_context):
        words = f"Schedule for {with_zone(self.slot)}"
        return super().get_context_data(parent_context) | {
            "button": PUBLISH_BUTTON,
            "value": self.slot.isoformat(),
            "label": words,
        }


class ChooseTimeMenuItem(ActionMenuItem):
    """Leads to the section where dates are set, wherever the form is scrolled to."""

    name = "action-choose-time"
    icon_name = "calendar-alt"
    template_name = "editorial/scheduling/choose_time_action.html"

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label


class UnscheduleMenuItem(ActionMenuItem):
    """Takes the page out of the schedule with one press; what was written stays a draft."""

    name = "action-unschedule"
    label = "Unschedule"
    icon_name = "calendar"
    template_name = "editorial/scheduling/unschedule_action.html"

    def get_url(self, parent_context):
        page = parent_context["page"]
        return reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, page.scheduled_revision.pk])


class BundleMenuItem(ActionMenuItem):
    """Leads to the bundle the page goes live with, or to where it joins one."""

    name = "action-bundle"
    icon_name = "folder-open-inverse"
    template_name = "editorial/scheduling/bundles/bundle_action.html"

    def __init__(self, page: Page, bundle: Bundle | None) -> None:
        super().__init__()
        self.page, self.bundle = page, bundle
        self.label = f"Open the bundle “{bundle}”" if bundle else "Add to a bundle…"

    def get_url(self, parent_context):
        return reverse("bundle", args=[self.bundle.pk]) if self.bundle else reverse("bundle_join", args=[self.page.pk])


def add_schedule_actions(menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Offer the next free slot beside publishing, and what else there is to do about the schedule."""
    if context.get("locked_for_user") or context["view"] == "revisions_revert":
        return
    page = context.get("page")
    plan = plan_of(page) if page else Plan()
    has_time = bool(plan.wanted or plan.scheduled)
    may_publish = PUBLISH_BUTTON in {item.name for item in menu_items}
    if not may_publish:
        # A wish, which others carry out: the one thing to do about an approved text without a time; else the last.
        is_next = page is not None and is_approved(page) and not has_time
        choose = ChooseTimeMenuItem(ANOTHER_TIME if has_time else A_TIME)
        menu_items.insert(0 if is_next else len(menu_items), choose)
        return
    bundle = waiting_bundle_of(page.pk) if page and page.pk else None
    items: list[ActionMenuItem] = []
    # A page in a bundle has no time of its own.
    if not bundle:
        # Another than the one the page has, or than the slot just offered.
        items.append(ChooseTimeMenuItem(ANOTHER_TIME))
        if not has_time:
            slot = next_free_slot(timezone.now(), page)
            items = [SlotMenuItem(slot), *items] if slot else [ChooseTimeMenuItem("No slot is free: choose a time…")]
    if plan.scheduled:
        items.append(UnscheduleMenuItem())
    if page and page.pk:
        items.append(BundleMenuItem(page, bundle))
    # After the big button, which comes first.
    menu_items[1:1] = items
