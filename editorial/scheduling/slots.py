"""When pages usually go live: weekdays at nine, in the site's own time."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils.timezone import localtime, make_aware
from wagtail.models import Page, Revision

from core.site_time import USUAL_TIME

WEEKDAYS = range(5)


def next_free_slot(after: datetime, page: Page | None = None) -> datetime:
    """The first slot after a moment that no other page than ``page`` waits for."""
    return next(free_slots(after, page))


def free_slots(after: datetime, page: Page | None = None) -> Iterator[datetime]:
    """Every slot after a moment that no other page than ``page`` waits for, without end."""
    taken = planned_moments(after, page)
    return (slot for slot in slots(after) if slot not in taken)


def slots(after: datetime) -> Iterator[datetime]:
    """Every slot after a moment, without end."""
    day = localtime(after).date()
    while True:
        if day.weekday() in WEEKDAYS and (slot := slot_on(day)) > after:
            yield slot
        day += timedelta(days=1)


def best_on(day: date, after: datetime) -> datetime:
    """The first free slot of a day after a moment, or else its usual time."""
    start = max(make_aware(datetime.combine(day, time())) - timedelta(microseconds=1), after)
    slot = next_free_slot(start)
    return slot if localtime(slot).date() == day else slot_on(day)


def slot_on(day: date) -> datetime:
    """The slot of a day."""
    return make_aware(datetime.combine(day, USUAL_TIME))


def planned_moments(after: datetime, page: Page | None = None) -> set[datetime]:
    """The moments after ``after`` at which another page than ``page`` goes live."""
    planned = Revision.page_revisions.filter(approved_go_live_at__gt=after)
    if page is not None and page.pk:
        planned = planned.exclude(object_id=str(page.pk))
    return set(planned.values_list("approved_go_live_at", flat=True))
