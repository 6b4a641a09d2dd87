"""The next free slot: the first one of the timetable that no other page waits for."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from wagtail.models import Page, Revision

from core.site_time import USUAL_TIME, by_the_clock
from editorial.scheduling.hold import in_force
from editorial.scheduling.timetable import moment_of, timetable

#: Nobody plans further ahead; whoever closes every day for so long has no free slot.
AHEAD = timedelta(days=2 * 365)
NO_FREE_SLOT = "No slot is free in the next two years."


def next_free_slot(after: datetime, page: Page | None = None) -> datetime | None:
    """The first slot after a moment, and after any hold, that no other page than ``page`` waits for; none in two years,
    rarely.
    """
    return next(free_slots(past_any_hold(after), page), None)


def past_any_hold(after: datetime) -> datetime:
    """After which moment a slot does not wait for somebody to resume; the one at which the hold ends is the first."""
    hold = in_force(after)
    return max(after, hold.until - timedelta.resolution) if hold else after


def free_slots(after: datetime, page: Page | None = None) -> Iterator[datetime]:
    """Every slot of two years after a moment that no other page than ``page`` waits for."""
    taken = planned_moments(after, page)
    return (slot for slot in slots(after) if slot not in taken)


def slots(after: datetime) -> Iterator[datetime]:
    """Every slot of two years after a moment."""
    first = by_the_clock(after).date()
    times = timetable(first, first + AHEAD)
    for number in range(AHEAD.days + 1):
        yield from (slot for slot in times.slots_on(first + timedelta(days=number)) if slot > after)


def best_on(day: date, after: datetime) -> datetime:
    """The first free slot of a day after a moment, or else its usual time."""
    free = timetable(day, day, with_taken=True).free_on(day, after)
    return free[0] if free else slot_on(day)


def slot_on(day: date) -> datetime:
    """The first slot of a day; at nine when it has none."""
    found = timetable(day, day).slots_on(day)
    return found[0] if found else moment_of(day, USUAL_TIME)


def planned_moments(after: datetime, page: Page | None = None) -> set[datetime]:
    """The moments after ``after`` at which another page than ``page`` goes live."""
    planned = Revision.page_revisions.filter(approved_go_live_at__gt=after)
    if page is not None and page.pk:
        planned = planned.exclude(object_id=str(page.pk))
    return set(planned.values_list("approved_go_live_at", flat=True))
