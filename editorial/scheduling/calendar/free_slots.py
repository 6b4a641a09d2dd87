"""The free slots of a week: quiet places among its cards, where a page can be put or begun."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format

from core.site_time import by_the_clock, in_words
from editorial.scheduling.calendar.ends import End
from editorial.scheduling.calendar.entries import Entry
from editorial.scheduling.calendar.warnings import goes_live
from editorial.scheduling.timetable import Timetable


@dataclass(frozen=True)
class FreeSlot:
    """A slot that no page waits for."""

    moment: datetime

    template = "editorial/scheduling/calendar/free_slot.html"

    @property
    def time(self) -> str:
        """The time by the site's clock: “09:00”."""
        return date_format(by_the_clock(self.moment), "H:i")

    @property
    def when(self) -> str:
        """Its day and time: “Tue 3 Mar 09:00”."""
        return in_words(self.moment)


def free_slots(
    days: Mapping[date, Sequence[Entry | End]], times: Timetable, now: datetime
) -> dict[date, list[FreeSlot]]:
    """The free slots of each day that are to come; where a draft is meant for one, its card stands there already."""
    return {
        day: [FreeSlot(slot) for slot in times.free_on(day, now) if slot not in meant(entries)]
        for day, entries in days.items()
    }


def meant(entries: Sequence[Entry | End]) -> set[datetime]:
    """The moments at which something on a day is to go live."""
    return {entry.moment for entry in entries if goes_live(entry)}
