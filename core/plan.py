"""When a page is to go live: what its draft says, and what the schedule waits for. They differ until somebody acts."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from wagtail.models import Page

from core.site_time import by_the_clock, in_words


@dataclass(frozen=True)
class Plan:
    """The plan of one page; ``wanted`` stands in its draft, ``scheduled`` is what will happen.

    A time in the draft that passed while nothing was scheduled for it is ``missed``.
    """

    wanted: datetime | None = None
    scheduled: datetime | None = None
    #: When the version that waits was saved, and whether the draft has changed since.
    saved_at: datetime | None = None
    is_behind: bool = False
    missed: datetime | None = None

    @property
    def is_loose(self) -> bool:
        """Whether the draft names a time that nothing is scheduled for."""
        return self.wanted is not None and self.wanted != self.scheduled

    @property
    def version(self) -> str:
        """The scheduled version, by when it was saved: “10:12” when that was today."""
        if self.saved_at is None:
            return ""
        saved, today = by_the_clock(self.saved_at), by_the_clock(timezone.now()).date()
        return date_format(saved, "H:i") if saved.date() == today else in_words(self.saved_at)


def plan_of(page: Page) -> Plan:
    """The plan of a page as its form or its latest revision has it."""
    now = timezone.now()
    is_to_come = page.go_live_at is not None and page.go_live_at > now
    wanted = page.go_live_at if is_to_come else None
    revision = page.scheduled_revision if page.pk else None
    if revision is None:
        return Plan(wanted, missed=None if is_to_come else page.go_live_at)
    return Plan(wanted, revision.approved_go_live_at, revision.created_at, revision.pk != page.latest_revision_id)


def named_time(revision: str = "latest_revision") -> KeyTextTransform:
    """The time a version names, as the text that its content holds, inside a query; ``time_in`` reads it."""
    return KeyTextTransform("go_live_at", f"{revision}__content")


def time_in(text: str | None, page: Page) -> datetime | None:
    """The time in a version of a page, unless the page has used it."""
    moment = parse_datetime(text) if text else None
    is_used = moment and page.last_published_at and moment <= page.last_published_at
    return None if is_used else moment
