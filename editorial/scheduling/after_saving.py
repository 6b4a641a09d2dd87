"""What somebody is told once a page is saved: when it goes live, what to mend before, or that a date does nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from core.own_words import take_back_last
from core.plan import plan_of
from core.site_time import with_zone
from editorial.scheduling.naming import words_for
from editorial.scheduling.preflight import problems

BUTTONS = "action-"


def warn_of_loose_plan(request: HttpRequest, page: Page) -> None:
    """Say that a draft with a date is not scheduled by being saved."""
    plan = plan_of(page)
    if plan.is_loose and is_plain_save(request):
        wanted = with_zone(plan.wanted)
        instead = f" The scheduled version keeps {with_zone(plan.scheduled)}." if plan.scheduled else ""
        messages.warning(request, f"Planned for {wanted}, not scheduled yet.{instead}")


def confirm_schedule(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say when a page goes live that was just scheduled, in place of Wagtail's dateless words, and what to mend."""
    plan = plan_of(page)
    if plan.scheduled is None:
        return None
    title = page.get_latest_revision_as_object().get_admin_display_title()
    messages.success(request, f"“{title}” goes live {with_zone(plan.scheduled)}.", buttons=edit_button(request, page))
    if words := words_for(request.user, problems(page.scheduled_revision, plan.scheduled)):
        messages.warning(request, f"Before it goes live: {' '.join(words)}")
    return redirect(get_valid_next_url_from_request(request) or explorer_of(page))


def confirm_approved(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say when a page goes live that was approved for a time to come."""
    if request.POST.get("workflow-action-name") != "approve":
        return None
    page = Page.objects.get(pk=page.pk).specific
    revision = page.scheduled_revision
    if page.workflow_in_progress or revision is None or revision.pk != page.latest_revision_id:
        return None
    take_back_last(request)
    return confirm_schedule(request, page)


def say_for_when(request: HttpRequest, page: Page) -> None:
    """Say to whoever submits a page with a time when it goes live, in place of Wagtail's words without it."""
    plan = plan_of(page)
    if "action-submit" in request.POST and plan.wanted and page.workflow_in_progress:
        take_back_last(request)
        when = f"Approved by then, it goes live {with_zone(plan.wanted)}."
        words = f"“{page.get_admin_display_title()}” is in review. {when}"
        messages.success(request, words, buttons=edit_button(request, page))


def edit_button(request: HttpRequest, page: Page) -> list:
    """The button of a message that leads to the form, for whoever may open it."""
    if not page.permissions_for_user(request.user).can_edit():
        return []
    return [messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), "Edit")]


def is_plain_save(request: HttpRequest) -> bool:
    """Whether somebody saved a draft: no button was pressed that does more, nor did the form save itself."""
    return request.accepts("text/html") and not any(name.startswith(BUTTONS) for name in request.POST)


def explorer_of(page: Page) -> str:
    """Where Wagtail leads after publishing."""
    return reverse("wagtailadmin_explore", args=[page.get_parent().pk])
