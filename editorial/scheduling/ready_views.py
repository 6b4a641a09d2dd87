"""Where the buttons of an approved page lead: it goes live now, or is scheduled."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page, Revision

from core.forms import TOO_LATE
from core.site_time import moment_in, with_zone
from editorial.scheduling.after_saving import confirm_schedule, edit_button
from users.models import User

CHANGED = "“{title}” was not published: it was changed since you looked. Look it over first."
LOCKED = "“{title}” was not published: somebody has locked it."


@require_POST
def publish_ready(request: HttpRequest, page_id: int, revision_id: int) -> HttpResponse:
    """Let the very text that was approved go live, now or at the moment that is posted."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    title, asked = page.get_admin_display_title(), request.POST.get("moment", "")
    moment = moment_in(asked)
    away = get_valid_next_url_from_request(request) or reverse("wagtailadmin_home")
    lock = page.get_lock()
    if lock and lock.for_user(request.user):
        messages.error(request, LOCKED.format(title=title))
    elif page.latest_revision_id != revision_id:
        messages.error(request, CHANGED.format(title=title))
    elif asked and (moment is None or moment <= timezone.now()):
        messages.error(request, TOO_LATE.format(when=with_zone(moment)) if moment else "Nothing was scheduled.")
    else:
        release(page, moment, request.user)
        page = type(page).objects.get(pk=page.pk)
        if moment:
            confirm_schedule(request, page)
        else:
            say_live(request, page)
    return redirect(away)


def release(page: Page, moment: datetime | None, user: User) -> None:
    """Publish the latest text, or schedule it for a moment; wholly or not at all."""
    with transaction.atomic():
        with_time(page.latest_revision, moment, user).publish(user=user, changed=False, skip_permission_checks=True)


def with_time(revision: Revision, moment: datetime | None, user: User) -> Revision:
    """The version that names a moment, or none: this one, or a new one that says the same."""
    page = revision.as_object()
    if page.go_live_at == moment:
        return revision
    page.go_live_at = moment
    return page.save_revision(user=user, log_action=True)


def say_live(request: HttpRequest, page: Page) -> None:
    """Say that a page is live, and lead to it."""
    buttons = [messages.button(page.url, "View live"), *edit_button(request, page)]
    messages.success(request, f"“{page.get_admin_display_title()}” is live.", buttons=buttons)
