"""What somebody is told who has approved a page: who is asked next, or that it is ready, and what there is to do."""

from django.http import HttpRequest
from django.utils.html import format_html
from wagtail.admin import messages
from wagtail.models import Page

from core.approval import is_approved
from core.own_words import take_back_last
from core.plan import Plan, plan_of
from core.ready import offers
from core.site_time import with_zone


def say_what_came_of_it(request: HttpRequest, page: Page) -> None:
    """Say it in place of Wagtail's words that the page was updated; a time to come is told by whoever keeps it."""
    if not is_approval(request):
        return
    page = Page.objects.get(pk=page.pk).specific
    task = page.current_workflow_task
    if task:
        take_back_last(request)
        messages.success(
            request, f"You approved “{page.get_admin_display_title()}”. It waits for one more: {task.name}."
        )
    elif is_approved(page) and not is_scheduled(page):
        take_back_last(request)
        plan = plan_of(page.get_latest_revision_as_object())
        say = messages.warning if plan.missed else messages.success
        say(request, format_html("{} {}", words_of_ready(page, plan), offers(page, request)))


def is_approval(request: HttpRequest) -> bool:
    """Whether somebody pressed a button that approves."""
    return "action-workflow-action" in request.POST and request.POST.get("workflow-action-name") == "approve"


def is_scheduled(page: Page) -> bool:
    """Whether the latest text is the version that waits for its time."""
    revision = page.scheduled_revision
    return revision is not None and revision.pk == page.latest_revision_id


def words_of_ready(page: Page, plan: Plan) -> str:
    """That an approved text waits for somebody to say when it goes live, and why."""
    title = page.get_admin_display_title()
    what = f"The changes to “{title}” are approved" if page.live else f"“{title}” is approved"
    if plan.missed:
        return f"{what}, but the time for it has passed: {with_zone(plan.missed)}. Nothing went live."
    return f"{what}. Nothing has gone live: {'they wait' if page.live else 'it waits'} for somebody to say when."
