"""The buttons of a bundle's screen: add a page, take one out, use its newest version, unschedule, delete."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from editorial.scheduling import at_once
from editorial.scheduling.bundles import joining, planning
from editorial.scheduling.bundles.access import may_act
from editorial.scheduling.bundles.forms import AddForm
from editorial.scheduling.bundles.membership import title_of
from editorial.scheduling.bundles.planning import RefusedError
from editorial.scheduling.bundles.views import say_refusal, visible_bundle
from editorial.scheduling.due import due
from editorial.scheduling.models import Bundle, Kind

Act = Callable[..., str]


def button(act: Act) -> Callable[..., HttpResponse]:
    """A view that does something to a bundle and says what it did, or why it did not."""

    @require_POST
    @wraps(act)
    def press(request: HttpRequest, pk: int, **kwargs) -> HttpResponse:
        bundle = visible_bundle(request.user, pk)
        if not may_act(request.user, bundle):
            raise PermissionDenied
        try:
            if words := act(request, bundle, **kwargs):
                messages.success(request, words)
        except RefusedError as refusal:
            say_refusal(request, "", refusal)
        return redirect("bundle", pk) if Bundle.objects.filter(pk=pk).exists() else redirect("bundles")

    return press


@button
def add(request: HttpRequest, bundle: Bundle) -> str:
    """Add the chosen page."""
    form = AddForm(request.POST)
    if not form.is_valid():
        raise RefusedError(["Choose a page first."])
    page = form.cleaned_data["page"]
    was_planned = page.revisions.filter(approved_go_live_at__isnull=False).exists()
    joining.join(bundle, page, request.user)
    bundle.refresh_from_db()
    alone = " It no longer goes live by itself." if was_planned and bundle.moment is None else ""
    return f"“{page.get_admin_display_title()}” was added.{alone}"


@button
def take_out(request: HttpRequest, bundle: Bundle, member_id: int) -> str:
    """Let the bundle go without one of its pages; what is overdue is tried at once."""
    member = get_object_or_404(bundle.members, pk=member_id)
    title = title_of(member)
    joining.leave(member, request.user)
    return f"“{title}” is not in the bundle any more. {try_at_once(request, bundle)}".strip()


@button
def take_newest(request: HttpRequest, bundle: Bundle, member_id: int) -> str:
    """Let the newest version of a page go live in place of the scheduled one."""
    member = get_object_or_404(bundle.members, pk=member_id)
    joining.take_newest(member, request.user)
    return (
        f"The newest version of “{title_of(member)}” goes live with the bundle. {try_at_once(request, bundle)}".strip()
    )


@button
def unschedule(request: HttpRequest, bundle: Bundle) -> str:
    """Take all of it out of the schedule."""
    planning.unschedule(bundle, request.user)
    return f"“{bundle}” is not scheduled any more. What was written stays in the drafts."


@button
def delete(request: HttpRequest, bundle: Bundle) -> str:
    """Delete the bundle and none of its pages."""
    if bundle.is_running:
        raise RefusedError([f"“{bundle}” is live and has to end first."])
    if bundle.is_waiting:
        planning.unschedule(bundle, request.user)
    bundle.delete()
    return f"The bundle “{bundle}” was deleted. Its pages are as they were."


def try_at_once(request: HttpRequest, bundle: Bundle) -> str:
    """Try what is overdue instead of waiting for its next turn, and say how it went; nothing when it is not due."""
    due_now = due(timezone.now())
    item = next((one for one in due_now if (one.kind, one.target_id) == (Kind.BUNDLE, bundle.pk)), None)
    if item is None or item.is_held:
        return ""
    trial = at_once.try_at_once(item, request.user)
    if trial.is_through:
        return "All the others are live now."
    if trial.reason:
        messages.error(request, f"The others are still not live. {trial.reason}")
        return ""
    return "The others are being tried this moment. Look again in a minute."
