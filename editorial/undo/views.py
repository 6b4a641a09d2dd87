"""Where the “Undo” button leads."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST
from wagtail.models import Page

from core.taken_along import take_back_along
from editorial.undo.steps import MINUTES, read
from editorial.undo.taking_back import ChangedSinceError, may_take_back, take_back
from editorial.undo.words import words_after

CHANGED = "Nothing was undone: it was undone already, or something else has happened to “{title}” since."


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back the step a button carries, and say so; or say why not, and change nothing."""
    try:
        step = read(request.POST.get("step", ""))
    except BadSignature:
        messages.error(request, f"This can be undone no more: it was more than {MINUTES} minutes ago.")
        return redirect("wagtailadmin_home")
    page = Page.objects.filter(pk=step.page_id).first()
    if page is None:
        messages.error(request, "This can be undone no more: the page has been deleted.")
        return redirect("wagtailadmin_home")
    if not may_take_back(step, page, request.user):
        raise PermissionDenied
    title = page.get_admin_display_title()
    try:
        passed = take_back(step, request.user)
    except ChangedSinceError:
        messages.error(request, CHANGED.format(title=title))
    else:
        messages.success(request, words_after(step, passed))
        take_back_along(step.along, request)
    if page.permissions_for_user(request.user).can_edit():
        return redirect("wagtailadmin_pages:edit", page.pk)
    # Whoever approves may not always edit, and less so once the review has ended.
    return redirect("wagtailadmin_home")
