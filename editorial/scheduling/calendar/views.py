"""The calendar: what goes live and offline, month by month, by the week, or as a list."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permissions import policy_registry

from core.site_time import by_the_clock, zone_name
from editorial.scheduling.calendar.ends import End
from editorial.scheduling.calendar.entries import Entry
from editorial.scheduling.calendar.filters import CalendarForm
from editorial.scheduling.calendar.free_slots import FreeSlot, free_slots
from editorial.scheduling.calendar.period import Period, View
from editorial.scheduling.calendar.warnings import Note, notes_of
from editorial.scheduling.timetable import may_set, timetable

#: More than so many on one day are folded away.
SHOWN = 4


@dataclass(frozen=True)
class Day:
    """One day of the calendar and what is on it."""

    date: date
    entries: list[Entry | End]
    is_today: bool
    is_outside: bool
    notes: Sequence[Note] = ()
    slots: Sequence[FreeSlot] = ()

    @property
    def shown(self) -> list[Entry | End | FreeSlot]:
        """What is seen at once, by the hour, free slots among it."""
        return sorted([*self.entries[: self.unfolded], *self.slots], key=lambda one: one.moment)

    @property
    def folded(self) -> list[Entry | End]:
        """What is seen when it is asked for."""
        return self.entries[self.unfolded :]

    @property
    def unfolded(self) -> int:
        """How many entries are seen at once; a single one more needs no folding."""
        return len(self.entries) if len(self.entries) == SHOWN + 1 else SHOWN


class CalendarView(WagtailAdminTemplateMixin, TemplateView):
    """One screen for the weeks ahead."""

    template_name = "editorial/scheduling/calendar/calendar.html"
    page_title = "Calendar"
    header_icon = "calendar-alt"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        now = timezone.now()
        today = by_the_clock(now).date()
        form = CalendarForm(self.request.GET, today)
        period = form.period
        user = self.request.user
        found = form.entries(user, period.start, period.end, with_tray=True)
        dated = [entry for entry in found if entry.moment]
        may_set_slots = may_set(user)
        # The month is for the long view, and an agenda for what is there.
        is_week = period.view == View.WEEK
        times = timetable(period.first, period.last, with_taken=is_week)
        notes = notes_of(
            by_day(period, dated),
            times,
            now,
            # Others do not see every plan.
            is_everything=may_set_slots and not form.is_narrowed,
        )
        slots = free_slots(by_day(period, dated), times, now) if is_week else {}
        return super().get_context_data(**kwargs) | {
            "form": form,
            "period": period,
            "views": View,
            "days": days_of(period, dated, today, notes, slots),
            "count": len(dated),
            "tray": [entry for entry in found if not entry.moment],
            "may_plan": policy_registry.get_by_type(Page).user_has_permission(user, "add"),
            "address": self.request.get_full_path(),
            "today": today,
            "zone": zone_name(),
            "may_set_slots": may_set_slots,
        }


def by_day(period: Period, found: list[Entry | End]) -> dict[date, list[Entry | End]]:
    """The entries of each day of a period."""
    days = defaultdict(list)
    for entry in found:
        days[by_the_clock(entry.moment).date()].append(entry)
    return {day: days[day] for day in period.days}


def days_of(
    period: Period,
    found: list[Entry | End],
    today: date,
    notes: Mapping[date, Sequence[Note]] | None = None,
    slots: Mapping[date, Sequence[FreeSlot]] | None = None,
) -> list[Day]:
    """Each day of a period with its entries and what is said about it; an agenda leaves out the empty ones."""
    days = [
        Day(day, entries, day == today, period.is_outside(day), (notes or {}).get(day, ()), (slots or {}).get(day, ()))
        for day, entries in by_day(period, found).items()
    ]
    return [day for day in days if day.entries or day.notes] if period.view == View.AGENDA else days
