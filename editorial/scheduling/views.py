"""What editors do about the schedule."""

from datetime import MAXYEAR

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Page

from editorial.scheduling.at_once import try_at_once
from editorial.scheduling.due import due
from editorial.scheduling.failure_mail import may_know_all
from editorial.scheduling.models import Kind
from editorial.scheduling.section import WeekNote
from editorial.scheduling.targets import bundle_of, pages_behind

DONE = {
    Kind.GO_LIVE: "is live now",
    Kind.EXPIRE: "is offline now",
    Kind.BUNDLE: "is live now, with all its pages",
    Kind.BUNDLE_END: "has ended: readers see what they saw before",
}


@require_POST
def try_now(request: HttpRequest, kind: str, target_id: int) -> HttpResponse:
    """Try a due item at once instead of at its next turn, and say how it went."""
    item = next((one for one in due(timezone.now()) if (one.kind, one.target_id) == (kind, target_id)), None)
    if item is None:
        messages.info(request, "It is not due any more: somebody or the schedule was faster.")
        return redirect("wagtailadmin_home")
    if item.is_held:
        messages.info(request, "Everything is held: nothing goes live before somebody resumes.")
        return redirect("wagtailadmin_home")
    pages, bundle = pages_behind(item), bundle_of(item)
    if not pages or not may_know_all(request.user, pages):
        raise PermissionDenied
    title = bundle.name if bundle else pages[0].get_admin_display_title()
    place = reverse("bundle", args=[bundle.pk]) if bundle else reverse("wagtailadmin_pages:edit", args=[pages[0].pk])
    trial = try_at_once(item, request.user)
    if trial.is_through:
        messages.success(request, f"“{title}” {DONE[item.kind]}.")
    elif trial.reason:
        messages.error(request, f"“{title}” still does not get through. {trial.reason}")
        return redirect(place)
    else:
        messages.info(request, f"“{title}” is being tried this moment. Look again in a minute.")
    return redirect("wagtailadmin_home")


@require_safe
def week(request: HttpRequest) -> HttpResponse:
    """What else goes live in the week of a day, for the form of a page whose date is being typed."""
    try:
        day = parse_date(request.GET.get("day", ""))
    except ValueError:
        day = None
    if day is None or day.year == MAXYEAR:
        return HttpResponseBadRequest("Name a day: 2026-11-25.")
    pk = request.GET.get("page", "")
    page = Page.objects.filter(pk=pk).first() if pk.isdecimal() else None
    return HttpResponse(WeekNote(page, day, request.user).render_html({}))
