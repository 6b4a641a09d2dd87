"""What somebody is told about links once a page is saved, and once it is live."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from core.head import picture_of
from core.links import linked_pages
from core.not_live import reasons
from core.plan import plan_of
from core.readable import is_readable
from home.settings import SiteSettings

GAPS = "Readers will see these words without a link: {gaps}."
DELETED = "a page that has been deleted"


def warn_of_gaps(request: HttpRequest, page: Page) -> None:
    """Say which pages the newest version leads to that readers do not get to when it is live, as things stand."""
    if not request.accepts("text/html"):
        return
    plan = plan_of(page)
    if plan.scheduled and "action-publish" in request.POST:
        # Whoever schedules is told the same of that moment.
        return
    if gaps := gaps_of(page.get_latest_revision_as_object(), request.user, plan.wanted or timezone.now()):
        messages.warning(request, GAPS.format(gaps="; ".join(gaps)))


def gaps_of(page: Page, user, moment) -> list[str]:
    """Each page that readers do not get to at a moment, and why; named to those who may know of it."""
    keys = linked_pages(page)
    pages = Page.objects.in_bulk(keys)
    words = [DELETED] if keys - pages.keys() else []
    for pk, why in reasons(pages, moment):
        other = pages[pk]
        may_know = is_readable(other) or other.permissions_for_user(user).can_edit()
        words.append(f"“{other.get_admin_display_title()}” {why}" if may_know else f"a page you cannot see {why}")
    return words


def show_live_card(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say that a page is live in one calm card: its address, the picture it is shared with, who mentions it."""
    page = Page.objects.get(pk=page.pk).specific
    if not is_readable(page) or plan_of(page).scheduled:
        return None
    site = SiteSettings.for_request(request)
    context = {
        "page": page,
        "title": page.get_admin_display_title(),
        "address": page.get_full_url(request),
        "picture": picture_of(page, site).get("picture"),
    }
    messages.success(request, render_to_string("editorial/linking/live_card.html", context, request))
    warn_of_gaps(request, page)
    return redirect(get_valid_next_url_from_request(request) or explorer_of(page))


def explorer_of(page: Page) -> str:
    """Where Wagtail leads after publishing."""
    return reverse("wagtailadmin_explore", args=[page.get_parent().pk])
