"""The stretch of days a calendar shows: a month in whole weeks, a week, or the four weeks of an agenda."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import TextChoices
from django.utils.formats import date_format

from core.site_time import site_zone

WEEK = timedelta(weeks=1)
AGENDA_WEEKS = 4


class View(TextChoices):
    """The shapes of the calendar."""

    MONTH = "month", "Month"
    WEEK = "week", "Week"
    AGENDA = "agenda", "Agenda"


@dataclass(frozen=True)
class Period:
    """Days from ``first`` on, ``last`` included; ``on`` is the day somebody asked for."""

    view: View
    on: date

    @property
    def first(self) -> date:
        """The first day shown, a Monday except in an agenda, which begins on the day itself."""
        if self.view == View.AGENDA:
            return self.on
        return monday_of(self.on.replace(day=1) if self.view == View.MONTH else self.on)

    @property
    def last(self) -> date:
        """The last day shown."""
        if self.view == View.AGENDA:
            return self.on + AGENDA_WEEKS * WEEK - timedelta(days=1)
        if self.view == View.WEEK:
            return self.first + timedelta(days=6)
        return monday_of(self.following - timedelta(days=1)) + timedelta(days=6)

    @property
    def days(self) -> list[date]:
        """Every day shown, in order."""
        return [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]

    @property
    def start(self) -> datetime:
        """The first moment shown, by the site's clock."""
        return datetime.combine(self.first, time(), site_zone())

    @property
    def end(self) -> datetime:
        """The first moment after what is shown."""
        return datetime.combine(self.last + timedelta(days=1), time(), site_zone())

    @property
    def previous(self) -> date:
        """A day of the period before."""
        if self.view == View.MONTH:
            return (self.on.replace(day=1) - timedelta(days=1)).replace(day=1)
        return self.on - (WEEK if self.view == View.WEEK else AGENDA_WEEKS * WEEK)

    @property
    def following(self) -> date:
        """A day of the period after."""
        if self.view == View.MONTH:
            return (self.on.replace(day=1) + timedelta(days=31)).replace(day=1)
        return self.on + (WEEK if self.view == View.WEEK else AGENDA_WEEKS * WEEK)

    @property
    def title(self) -> str:
        """The period in words: “November 2026”, “23 Nov to 29 Nov 2026”."""
        if self.view == View.MONTH:
            return date_format(self.on, "F Y")
        return f"{date_format(self.first, 'j M')} to {date_format(self.last, 'j M Y')}"

    def is_outside(self, day: date) -> bool:
        """Whether a day is shown only to make the month's weeks whole."""
        return self.view == View.MONTH and day.month != self.on.month


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())
