"""The calendar: what goes live and offline, month by month, by the week, or as a list."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permissions import policy_registry

from core.site_time import by_the_clock, zone_name
from editorial.scheduling.calendar.entries import Entry, entries
from editorial.scheduling.calendar.filters import CalendarForm
from editorial.scheduling.calendar.period import Period, View

#: More than so many on one day are folded away.
SHOWN = 4


@dataclass(frozen=True)
class Day:
    """One day of the calendar and what is on it."""

    date: date
    entries: list[Entry]
    is_today: bool
    is_outside: bool

    @property
    def shown(self) -> list[Entry]:
        """What is seen at once; a single one more needs no folding."""
        return self.entries if len(self.entries) == SHOWN + 1 else self.entries[:SHOWN]

    @property
    def folded(self) -> list[Entry]:
        """What is seen when it is asked for."""
        return self.entries[len(self.shown) :]


class CalendarView(WagtailAdminTemplateMixin, TemplateView):
    """One screen for the weeks ahead."""

    template_name = "editorial/scheduling/calendar/calendar.html"
    page_title = "Calendar"
    header_icon = "calendar-alt"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        today = by_the_clock(timezone.now()).date()
        form = CalendarForm(self.request.GET, today)
        period = form.period
        user = self.request.user
        found = entries(user, form.pages(), period.start, period.end, form.said("status") or "")
        dated = [entry for entry in found if entry.moment]
        return super().get_context_data(**kwargs) | {
            "form": form,
            "period": period,
            "views": View,
            "days": days_of(period, dated, today),
            "count": len(dated),
            "tray": [entry for entry in found if not entry.moment],
            "may_plan": policy_registry.get_by_type(Page).user_has_permission(user, "add"),
            "address": self.request.get_full_path(),
            "today": today,
            "zone": zone_name(),
        }


def days_of(period: Period, found: list[Entry], today: date) -> list[Day]:
    """Each day of a period with its entries; an agenda leaves out the empty ones."""
    by_day = defaultdict(list)
    for entry in found:
        by_day[by_the_clock(entry.moment).date()].append(entry)
    days = [Day(day, by_day[day], day == today, period.is_outside(day)) for day in period.days]
    return [day for day in days if day.entries] if period.view == View.AGENDA else days
