"""Days without slots: which are to come, what a day is called, and closing more of them."""

from collections.abc import Mapping
from datetime import date

from django.db.models import QuerySet

from editorial.scheduling.models import ClosedDay


def to_come(today: date) -> QuerySet[ClosedDay]:
    """What is closed from today on, the next day first."""
    return ClosedDay.objects.filter(date__gte=today)


def name_of(day: date) -> str:
    """Why a day is closed; empty on an open one."""
    return ClosedDay.objects.filter(date=day).values_list("name", flat=True).first() or ""


def close(days: Mapping[date, str]) -> int:
    """Close days under their names, and say how many are new; a day that is closed keeps its name."""
    known = set(ClosedDay.objects.filter(date__in=days).values_list("date", flat=True))
    new = [ClosedDay(date=day, name=name) for day, name in days.items() if day not in known]
    # Whoever closes the same day at the same moment is right as well.
    ClosedDay.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)
