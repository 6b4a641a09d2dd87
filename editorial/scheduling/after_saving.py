"""What somebody is told once a page is saved: when it goes live, what to mend before, or that a date does nothing.

Nothing is told of what the form saves by itself: there the line below each date says the same.
"""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from core.date_panel import as_things_stand, draft_end
from core.own_words import take_back_last
from core.plan import Plan, end_of, plan_of
from core.site_time import with_zone
from editorial.scheduling.kept_back import kept_back
from editorial.scheduling.naming import words_for
from editorial.scheduling.preflight import problems

BUTTONS = "action-"


def warn_of_loose_plan(request: HttpRequest, page: Page) -> None:
    """Say that the dates of a draft are not scheduled by being saved."""
    if not is_plain_save(request):
        return
    plan = plan_of(page)
    for words in (words_of_start(plan), words_of_end(page, plan)):
        if words:
            messages.warning(request, words)


def words_of_start(plan: Plan) -> str:
    """That nothing waits for the time a draft is to go live; empty when it counts, or there is none."""
    if plan.missed:
        return f"Its time has passed: {with_zone(plan.missed)}. Nothing goes live by it: choose another."
    if not plan.is_loose:
        return ""
    instead = f" The scheduled version keeps {with_zone(plan.scheduled)}." if plan.scheduled else ""
    return f"Planned for {with_zone(plan.wanted)}, not scheduled yet.{instead}"


def words_of_end(page: Page, plan: Plan) -> str:
    """That another end stands in a draft alone; empty when it counts."""
    end = end_of(page)
    return f"{draft_end(end)}. {as_things_stand(end, plan)}" if end.is_loose else ""


def confirm_schedule(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say when a page goes live that was just scheduled, in place of Wagtail's dateless words, and what to mend."""
    plan = plan_of(page)
    if plan.scheduled is None:
        return None
    title = page.get_latest_revision_as_object().get_admin_display_title()
    words = f"“{title}” {goes_live(plan.scheduled)}"
    messages.success(request, words, buttons=edit_button(request, page))
    if mend := words_for(request.user, problems(page.scheduled_revision, plan.scheduled)):
        messages.warning(request, f"Before it goes live: {' '.join(mend)}")
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
        when = f"Approved by then, it {goes_live(plan.wanted)}"
        words = f"“{page.get_admin_display_title()}” is in review. {when}"
        messages.success(request, words, buttons=edit_button(request, page))


def goes_live(moment: datetime) -> str:
    """What happens to a page at its moment: it goes live, unless everything is held then."""
    held = kept_back(moment)
    return f"is scheduled for {with_zone(moment)}. {held}" if held else f"goes live {with_zone(moment)}."


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
