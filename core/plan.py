"""When a page is to go live and offline: what its draft says, and what will happen. They differ until somebody acts."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from wagtail.models import Page

from core.site_time import by_the_clock, in_words, moment_in


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
    def is_due(self) -> bool:
        """Whether the scheduled moment has come, and what was to go live has not."""
        return self.scheduled is not None and self.scheduled <= timezone.now()

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
        return Plan(wanted, missed=None if is_to_come else unless_used(page.go_live_at, page))
    return Plan(wanted, revision.approved_go_live_at, revision.created_at, revision.pk != page.latest_revision_id)


@dataclass(frozen=True)
class End:
    """The end of one page; ``wanted`` stands in its draft, ``kept`` is when it goes offline as things stand."""

    wanted: datetime | None = None
    kept: datetime | None = None
    #: Whether readers see the page, or will by its schedule: else nothing has an end yet but the draft.
    is_kept: bool = False

    @property
    def is_loose(self) -> bool:
        """Whether the draft says something else than what will happen."""
        return self.is_kept and to_the_minute(self.wanted) != to_the_minute(self.kept)


def end_of(page: Page) -> End:
    """The end of a page as its form or its latest revision has it; a scheduled version brings its own."""
    revision = page.scheduled_revision if page.pk else None
    if revision is not None:
        return End(page.expire_at, moment_in(revision.content.get("expire_at")), is_kept=True)
    kept = Page.objects.filter(pk=page.pk, live=True).values_list("expire_at", flat=True)
    return End(page.expire_at, kept[0], is_kept=True) if kept else End(page.expire_at)


def to_the_minute(moment: datetime | None) -> datetime | None:
    """A moment as boxes show it."""
    return moment and moment.replace(second=0, microsecond=0)


def named_time(revision: str = "latest_revision") -> KeyTextTransform:
    """The time a version names, as the text that its content holds, inside a query; ``time_in`` reads it."""
    return KeyTextTransform("go_live_at", f"{revision}__content")


def time_in(text: str | None, page: Page) -> datetime | None:
    """The time in a version of a page, unless the page has used it."""
    return unless_used(parse_datetime(text) if text else None, page)


def unless_used(moment: datetime | None, page: Page) -> datetime | None:
    """A moment that a page has not gone live by."""
    is_used = moment and page.last_published_at and moment <= page.last_published_at
    return None if is_used else moment
