"""Times by the site's clock: in words, with the clock's name, and the two hours a year that a clock tells badly."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format

EARLIER, LATER = "earlier", "later"
#: The years that every clock can show.
YEARS = range(2, 9999)
#: When pages usually go live.
USUAL_TIME = time(9)


def site_zone() -> ZoneInfo:
    """The zone of the site's clock."""
    return ZoneInfo(settings.TIME_ZONE)


def zone_name() -> str:
    """How people call the site's clock: the city that “Europe/London” names."""
    return settings.TIME_ZONE.rpartition("/")[2].replace("_", " ")


def by_the_clock(moment: datetime) -> datetime:
    """A moment as the site's clock shows it."""
    return timezone.localtime(moment, site_zone())


def in_words(moment: datetime) -> str:
    """A moment as “Tue 25 Nov 09:00”; with its year when that is not this one."""
    local, now = by_the_clock(moment), by_the_clock(timezone.now())
    words = date_format(local, "D j M H:i" if local.year == now.year else "D j M Y H:i")
    return words if is_told_once(local.replace(tzinfo=None)) else f"{words} {local.tzname()}"


def moment_in(text: str | None) -> datetime | None:
    """The moment that a button, a card or a stored text carries; None when it says nothing usable."""
    try:
        moment = parse_datetime(text or "")
    except ValueError:
        return None
    # In the first year and the last one there are moments that no other clock can show.
    return moment if moment and timezone.is_aware(moment) and moment.year in YEARS else None


def with_zone(moment: datetime) -> str:
    """A moment in words with the name of the clock: “Tue 25 Nov 09:00 (London)”."""
    return f"{in_words(moment)} ({zone_name()})"


@dataclass(frozen=True)
class Readings:
    """The two moments somebody may mean by a time that the clock skips or tells twice."""

    typed: datetime
    earlier: datetime
    later: datetime

    @property
    def is_skipped(self) -> bool:
        """Whether the clock never shows this time, because it goes forward over it."""
        return by_the_clock(self.earlier).replace(tzinfo=None) != self.typed

    def chosen(self, choice: str) -> datetime | None:
        """The moment that was chosen; nothing without a choice."""
        return {EARLIER: self.earlier, LATER: self.later}.get(choice)


def readings(typed: datetime) -> Readings:
    """What a time typed without a zone may mean; both moments are the same but for two hours a year."""
    zone = site_zone()
    # In UTC, as Python compares the two readings of one clock time as equal in their own zone.
    earlier, later = sorted(typed.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return Readings(typed, earlier, later)


def is_told_once(typed: datetime) -> bool:
    """Whether the clock shows this time once, as it does all but two hours a year."""
    both = readings(typed)
    return both.earlier == both.later
