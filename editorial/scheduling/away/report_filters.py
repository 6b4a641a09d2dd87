"""What the report can be narrowed to: the filters of the calendar, and the dates."""

from datetime import date, datetime, time, timedelta

import django_filters
from django.http import QueryDict
from django.utils import timezone
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.models import Page

from core.site_time import by_the_clock, site_zone
from editorial.scheduling.away.ical import AHEAD, BACK
from editorial.scheduling.calendar.filters import CalendarForm

DAY = timedelta(days=1)
CENTURY = range(2000, 2100)


def today() -> date:
    """The day it is at the site."""
    return by_the_clock(timezone.now()).date()


def calendar_form(data: QueryDict | None = None) -> CalendarForm:
    """The calendar's own form, which knows the choices and what they leave."""
    return CalendarForm(QueryDict("") if data is None else data, today())


def choices(name: str) -> list[tuple[str, str]]:
    """What the calendar lets somebody choose, without the choice of everything."""
    return [choice for choice in calendar_form().fields[name].choices if choice[0]]


class ScheduleFilterSet(WagtailFilterSet):
    """Asks for what the calendar's form reads, as reports ask."""

    when = django_filters.DateFromToRangeFilter(label="Dates", widget=DateRangePickerWidget)
    type = django_filters.ChoiceFilter(label="Type", choices=lambda: choices("type"), empty_label="Every type")
    author = django_filters.ChoiceFilter(label="Author", choices=lambda: choices("author"), empty_label="Everybody")
    topic = django_filters.ChoiceFilter(label="Topic", choices=lambda: choices("topic"), empty_label="Every topic")
    status = django_filters.ChoiceFilter(label="Status", choices=lambda: choices("status"), empty_label="Any status")

    class Meta:
        model = Page
        fields = []

    @property
    def period(self) -> tuple[datetime, datetime]:
        """The moments asked for; from today on unless somebody says otherwise."""
        asked = self.form.cleaned_data.get("when") if self.form.is_valid() else None
        first, last = (usable(asked.start), usable(asked.stop)) if asked else (None, None)
        if first is None:
            first = last - BACK if last and last < today() else today()
        end = last + DAY if last else first + AHEAD
        return tuple(datetime.combine(day, time(), site_zone()) for day in (first, end))


def usable(moment: datetime | None) -> date | None:
    """The day of a moment, unless nobody plans in that century."""
    return by_the_clock(moment).date() if moment and moment.year in CENTURY else None
