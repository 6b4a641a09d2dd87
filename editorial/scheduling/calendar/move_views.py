"""Where cards are dropped, everything later is shifted, and both are taken back."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from core.site_time import by_the_clock, moment_in, readings, with_zone
from core.status import planned_for
from editorial.scheduling.calendar.moves import CannotMoveError, Move, carry_out, read, signed
from editorial.scheduling.calendar.shifts import shifts
from editorial.scheduling.models import PlannedPage
from editorial.scheduling.naming import words_for
from editorial.scheduling.plans.views import day_in
from editorial.scheduling.preflight import problems
from editorial.scheduling.slots import best_on

UNREADABLE = "Nothing was moved: the calendar sent no day. Use “Plan” on the card instead."


@require_POST
def drop(request: HttpRequest) -> HttpResponse:
    """Move one page to the day it was dropped on, or into the tray; back to the calendar, with its card in focus."""
    address = get_valid_next_url_from_request(request) or reverse("calendar")
    page = get_object_or_404(Page, pk=request.POST.get("page") if request.POST.get("page", "").isdecimal() else 0)
    before, day = moment_in(request.POST.get("before", "")), day_in(request.POST.get("day", ""))
    is_tray = request.POST.get("day") == "tray"
    if day is None and not is_tray:
        messages.error(request, UNREADABLE)
        return redirect(address)
    move_and_say(request, [Move(page.pk, before, None if is_tray else moment_on(day, before))])
    return redirect(f"{address}#page-{page.pk}")


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back the moves a button carries, all or none."""
    address = get_valid_next_url_from_request(request) or reverse("calendar")
    try:
        moves = read(request.POST.get("moves", ""))
    except BadSignature:
        messages.error(request, "This can be undone no more: it was more than ten minutes ago.")
        return redirect(address)
    try:
        carry_out([one.back for one in moves], request.user)
    except CannotMoveError as error:
        messages.error(request, f"Nothing was undone. {error}")
    else:
        messages.success(request, f"{named(moves)} {'is' if len(moves) == 1 else 'are'} planned as before.")
    return redirect(f"{address}#page-{moves[0].page_id}" if moves else address)


class ShiftView(WagtailAdminTemplateMixin, TemplateView):
    """Make room for news: show what would go live when, and then do it."""

    template_name = "editorial/scheduling/calendar/shift.html"
    page_title = "Shift by one slot"
    header_icon = "calendar-alt"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        plan = get_object_or_404(PlannedPage, page=kwargs["page_id"], moment__isnull=False)
        if not plan.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.rows = shifts(plan.moment, request.user)
        self.moves = [row.move for row in self.rows if not row.why_not]
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        calendar = {"url": reverse("calendar"), "label": "Calendar"}
        return [*self.breadcrumbs_items, calendar, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        known = [row for row in self.rows if row.is_known]
        return super().get_context_data(**kwargs) | {
            "rows": known,
            "others": len(self.rows) - len(known),
            "count": len(self.moves),
            "signed": signed(self.moves),
            "next": get_valid_next_url_from_request(self.request) or reverse("calendar"),
        }

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Do what was shown, and nothing that has been planned otherwise since."""
        address = get_valid_next_url_from_request(request) or reverse("calendar")
        try:
            move_and_say(request, read(request.POST.get("moves", "")))
        except BadSignature:
            messages.error(request, "Nothing was moved: the list is more than ten minutes old. Look at it again.")
        return redirect(address)


def move_and_say(request: HttpRequest, moves: list[Move]) -> None:
    """Make moves and say what happened, with a button to take it back; or say why not."""
    try:
        carry_out(moves, request.user)
    except CannotMoveError as error:
        messages.error(request, str(error))
        return
    messages.success(request, format_html("{} {}", words_of(moves), undo_button(request, moves)))
    for page in Page.objects.filter(pk__in=[one.page_id for one in moves if one.after]):
        if planned_for(page):
            revision = page.revisions.get(approved_go_live_at__isnull=False)
            if words := words_for(request.user, problems(revision, revision.approved_go_live_at)):
                messages.warning(request, f"Before “{page.get_admin_display_title()}” goes live: {' '.join(words)}")


def words_of(moves: list[Move]) -> str:
    """What was moved, and where to."""
    if len(moves) != 1:
        return f"{named(moves)} are planned one slot later."
    after = moves[0].after
    if after is None:
        return f"{named(moves)} lies in the tray."
    is_scheduled = planned_for(Page.objects.get(pk=moves[0].page_id))
    return f"{named(moves)} {'goes live' if is_scheduled else 'is planned for'} {with_zone(after)}."


def named(moves: Iterable[Move]) -> str:
    """What was moved: one page by its title, many by their number."""
    pages = Page.objects.filter(pk__in=[one.page_id for one in moves])
    titles = [page.get_admin_display_title() for page in pages]
    return f"“{titles[0]}”" if len(titles) == 1 else f"{len(titles)} pages"


def undo_button(request: HttpRequest, moves: list[Move]) -> str:
    """A form of one button, which carries the moves."""
    context = {
        "moves": signed(moves),
        "what": f"moving {named(moves)}",
        "next": get_valid_next_url_from_request(request) or reverse("calendar"),
    }
    return render_to_string("editorial/scheduling/calendar/undo_button.html", context, request)


def moment_on(day: date, before: datetime | None) -> datetime:
    """The moment a page dropped on a day is planned for: at the time it had, or else in the day's first free slot."""
    if before is None:
        return best_on(day, timezone.now())
    # Of two readings the later one: a time that the clocks skip comes after the gap, and one told twice is not early.
    return readings(datetime.combine(day, clock_time(before))).later


def clock_time(moment: datetime) -> time:
    """The time of a moment by the site's clock."""
    return by_the_clock(moment).time()
