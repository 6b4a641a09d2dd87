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
from editorial.scheduling.bundles.views import visible_bundle
from editorial.scheduling.calendar.moves import CannotMoveError, EndMove, Move, carry_out, read, signed
from editorial.scheduling.calendar.shifts import shifts
from editorial.scheduling.models import Bundle, PlannedPage
from editorial.scheduling.naming import words_for
from editorial.scheduling.plans.views import day_in
from editorial.scheduling.preflight import problems
from editorial.scheduling.slots import best_on, planned_moments

UNREADABLE = "Nothing was moved: the calendar sent no day. Use “Plan” on the card instead."
NO_TRAY = "Nothing was moved: the tray holds pages. Open the bundle to let it have no end."
TAKEN = "Nothing was moved: another page goes live {when} by now. Choose another slot."


@require_POST
def drop(request: HttpRequest) -> HttpResponse:
    """Move one card to the day or slot it was dropped on, or into the tray; back to the calendar, with it in focus."""
    address = get_valid_next_url_from_request(request) or reverse("calendar")
    before = moment_in(request.POST.get("before", ""))
    what = dropped(request)
    try:
        after = place_of(request, before, what)
    except CannotMoveError as error:
        messages.error(request, str(error))
        return redirect(address)
    move = EndMove(what.pk, before, after) if isinstance(what, Bundle) else Move(what.pk, before, after)
    move_and_say(request, [move])
    return redirect(f"{address}#{move.anchor}")


def dropped(request: HttpRequest) -> Page | Bundle:
    """What was dropped: a page, or the end of a bundle that somebody may see."""
    page, bundle = (int(text) if (text := request.POST.get(name, "")).isdecimal() else 0 for name in ("page", "bundle"))
    return visible_bundle(request.user, bundle) if bundle else get_object_or_404(Page, pk=page)


def place_of(request: HttpRequest, before: datetime | None, what: Page | Bundle) -> datetime | None:
    """The moment of the place where something was dropped, none in the tray; CannotMoveError when that is none."""
    day, slot = day_in(request.POST.get("day", "")), moment_in(request.POST.get("slot", ""))
    if request.POST.get("day") == "tray":
        if isinstance(what, Bundle):
            raise CannotMoveError(NO_TRAY)
        return None
    if day is None:
        raise CannotMoveError(UNREADABLE)
    if slot is None:
        return moment_on(day, before)
    if isinstance(what, Page) and slot in planned_moments(timezone.now(), what):
        raise CannotMoveError(TAKEN.format(when=with_zone(slot)))
    return slot


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
        messages.success(request, f"{named(moves)} {as_before(moves)} as before.")
    return redirect(f"{address}#{moves[0].anchor}" if moves else address)


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


def move_and_say(request: HttpRequest, moves: list[Move | EndMove]) -> None:
    """Make moves and say what happened, with a button to take it back; or say why not."""
    try:
        carry_out(moves, request.user)
    except CannotMoveError as error:
        messages.error(request, str(error))
        return
    messages.success(request, format_html("{} {}", words_of(moves), undo_button(request, moves)))
    for page in Page.objects.filter(pk__in=[one.page_id for one in moves if isinstance(one, Move) and one.after]):
        if planned_for(page):
            revision = page.revisions.get(approved_go_live_at__isnull=False)
            if words := words_for(request.user, problems(revision, revision.approved_go_live_at)):
                messages.warning(request, f"Before “{page.get_admin_display_title()}” goes live: {' '.join(words)}")


def words_of(moves: list[Move | EndMove]) -> str:
    """What was moved, and where to."""
    if len(moves) != 1:
        return f"{named(moves)} are planned one slot later."
    after = moves[0].after
    if isinstance(moves[0], EndMove):
        return f"{named(moves)} {f'ends {with_zone(after)}' if after else 'has no end: all of it stays'}."
    if after is None:
        return f"{named(moves)} lies in the tray."
    is_scheduled = planned_for(Page.objects.get(pk=moves[0].page_id))
    return f"{named(moves)} {'goes live' if is_scheduled else 'is planned for'} {with_zone(after)}."


def as_before(moves: list[Move | EndMove]) -> str:
    """What holds for some things again once their moves are taken back."""
    if len(moves) == 1 and isinstance(moves[0], EndMove):
        return "ends" if moves[0].before else "has no end"
    return "is planned" if len(moves) == 1 else "are planned"


def named(moves: Iterable[Move | EndMove]) -> str:
    """What was moved: one page by its title, a bundle by its name, many pages by their number."""
    moves = list(moves)
    if bundles := Bundle.objects.filter(pk__in=[one.bundle_id for one in moves if isinstance(one, EndMove)]):
        return f"“{bundles[0]}”"
    pages = Page.objects.filter(pk__in=[one.page_id for one in moves])
    titles = [page.get_admin_display_title() for page in pages]
    return f"“{titles[0]}”" if len(titles) == 1 else f"{len(titles)} pages"


def undo_button(request: HttpRequest, moves: list[Move | EndMove]) -> str:
    """A form of one button, which carries the moves."""
    context = {
        "moves": signed(moves),
        "what": f"moving {'the end of ' if isinstance(moves[0], EndMove) else ''}{named(moves)}",
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
