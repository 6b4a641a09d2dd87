"""The timetable: at what times pages usually go live, and on which days none does. An editor sets it once a year."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import (
    CharField,
    DateField,
    DateTimeField,
    Field,
    PositiveSmallIntegerField,
    TimeField,
    Value,
)
from django.db.models.functions import Cast
from wagtail.models import Revision

from core.site_time import USUAL_TIME, readings
from editorial.scheduling.models import ClosedDay, Slot
from users.models import User

PERMISSION = "editorial_scheduling.change_slot"
#: The slots as long as none is set: weekdays at nine.
USUAL_TIMES = {weekday: [USUAL_TIME] for weekday in range(5)}


@dataclass(frozen=True)
class Timetable:
    """The times of each weekday, Monday being 0, the closed days with their names, and the moments pages wait for."""

    times: Mapping[int, Sequence[time]] = field(default_factory=lambda: USUAL_TIMES)
    closed: Mapping[date, str] = field(default_factory=dict)
    #: Known only where it was asked for.
    taken: frozenset[datetime] = frozenset()

    def slots_on(self, day: date) -> list[datetime]:
        """The slots of a day, the earliest first; none on a closed one."""
        if day in self.closed:
            return []
        # A set, as a time that the clock skips may fall on the next one.
        return sorted({moment_of(day, at) for at in self.times.get(day.weekday(), [])})

    def free_on(self, day: date, after: datetime) -> list[datetime]:
        """The slots of a day after a moment that no page waits for."""
        return [slot for slot in self.slots_on(day) if slot > after and slot not in self.taken]


def timetable(first: date, last: date, with_taken: bool = False) -> Timetable:
    """The slots, what is closed between two days, and what is taken in them if that is asked for; one query for all."""
    rows = Slot.objects.order_by().values_list("weekday", "time", nothing(DateField), said(""), nothing(DateTimeField))
    closed = ClosedDay.objects.order_by().filter(date__range=(first, last))
    number, at = nothing(PositiveSmallIntegerField), nothing(TimeField)
    parts = [closed.values_list(number, at, "date", "name", nothing(DateTimeField))]
    if with_taken:
        start, end = moment_of(first, time()), moment_of(last + timedelta(days=1), time())
        planned = Revision.page_revisions.order_by().filter(approved_go_live_at__gte=start, approved_go_live_at__lt=end)
        parts.append(planned.values_list(number, at, nothing(DateField), said(""), "approved_go_live_at"))
    times, names, taken = defaultdict(list), {}, set()
    for weekday, at, day, name, moment in rows.union(*parts, all=True):
        if moment:
            taken.add(moment)
        elif day:
            names[day] = name
        else:
            times[weekday].append(at)
    return Timetable(times or USUAL_TIMES, names, frozenset(taken))


def nothing(kind: type[Field]) -> Cast:
    """An empty column of a kind; PostgreSQL takes it for text unless it is told."""
    return Cast(Value(None), kind())


def said(words: str) -> Value:
    """A column of some words."""
    return Value(words, output_field=CharField())


def moment_of(day: date, at: time) -> datetime:
    """A time of a day by the site's clock, in UTC; one that the clock skips comes later, one told twice comes first."""
    both = readings(datetime.combine(day, at))
    return both.later if both.is_skipped else both.earlier


def may_set(user: User) -> bool:
    """Whether a user may set slots and closed days."""
    return user.has_perm(PERMISSION)
