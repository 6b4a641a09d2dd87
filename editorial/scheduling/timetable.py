"""The timetable: at what times pages usually go live, and on which days none does. An editor sets it once a year."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db.models import CharField, DateField, PositiveSmallIntegerField, TimeField, Value

from core.site_time import USUAL_TIME, readings
from editorial.scheduling.models import ClosedDay, Slot
from users.models import User

PERMISSION = "editorial_scheduling.change_slot"
#: The slots as long as none is set: weekdays at nine.
USUAL_TIMES = {weekday: [USUAL_TIME] for weekday in range(5)}


@dataclass(frozen=True)
class Timetable:
    """The times of each weekday, Monday being 0, and the closed days with their names."""

    times: Mapping[int, Sequence[time]] = field(default_factory=lambda: USUAL_TIMES)
    closed: Mapping[date, str] = field(default_factory=dict)

    def slots_on(self, day: date) -> list[datetime]:
        """The slots of a day, the earliest first; none on a closed one."""
        if day in self.closed:
            return []
        # A set, as a time that the clock skips may fall on the next one.
        return sorted({moment_of(day, at) for at in self.times.get(day.weekday(), [])})


def timetable(first: date, last: date) -> Timetable:
    """The slots, and what is closed between two days; one query for both."""
    slots = Slot.objects.order_by().values_list(
        "weekday", "time", Value(None, output_field=DateField()), Value("", output_field=CharField())
    )
    closed = ClosedDay.objects.order_by().filter(date__range=(first, last))
    closed = closed.values_list(
        Value(None, output_field=PositiveSmallIntegerField()), Value(None, output_field=TimeField()), "date", "name"
    )
    times, names = defaultdict(list), {}
    for weekday, at, day, name in slots.union(closed, all=True):
        if day is None:
            times[weekday].append(at)
        else:
            names[day] = name
    return Timetable(times or USUAL_TIMES, names)


def moment_of(day: date, at: time) -> datetime:
    """A time of a day by the site's clock, in UTC; one that the clock skips comes later, one told twice comes first."""
    both = readings(datetime.combine(day, at))
    return both.later if both.is_skipped else both.earlier


def may_set(user: User) -> bool:
    """Whether a user may set slots and closed days."""
    return user.has_perm(PERMISSION)
