"""The calendar as a file that calendars elsewhere read (RFC 5545)."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import OuterRef, Subquery
from icalendar import Calendar, Event, vDuration
from wagtail.models import PageLogEntry

from core.site_time import by_the_clock, site_zone, zone_name
from core.status import EXPIRING, LIVE
from editorial.scheduling.away.words import in_full, plain, said_of
from editorial.scheduling.away.zone_rules import rules
from editorial.scheduling.calendar.ends import End
from editorial.scheduling.calendar.entries import Entry, articles, entries
from users.models import User

#: How far back and ahead a calendar elsewhere shows.
BACK, AHEAD = timedelta(days=60), timedelta(days=400)
#: Long enough to be seen and pressed; a page goes live at the moment itself.
SHOWN_FOR = timedelta(minutes=15)
ASK_AGAIN_AFTER = timedelta(hours=1)


def calendar_of(user: User, now: datetime) -> bytes:
    """What somebody may see of the schedule, as a calendar file."""
    calendar = Calendar()
    calendar.add("PRODID", f"-//{host()}//Schedule//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.calendar_name = f"{settings.WAGTAIL_SITE_NAME}: schedule"
    calendar.add("X-WR-TIMEZONE", site_zone().key)
    calendar.add("REFRESH-INTERVAL", ASK_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(ASK_AGAIN_AFTER))
    calendar.add_component(rules(site_zone(), now - BACK, now + AHEAD))
    latest = PageLogEntry.objects.filter(page=OuterRef("pk")).order_by("-timestamp").values("timestamp")[:1]
    pages = articles().annotate(logged_at=Subquery(latest))
    for entry in entries(user, pages, now - BACK, now + AHEAD):
        calendar.add_component(event_of(entry, now))
    return calendar.to_ical()


def event_of(entry: Entry | End, now: datetime) -> Event:
    """One entry of the calendar as an event, which keeps its name whatever becomes of it."""
    event, changed = Event(), changed_at(entry) or now
    event.add("UID", f"{name_of(entry)}@{host()}")
    event.add("DTSTAMP", now.astimezone(UTC))
    event.add("DTSTART", by_site_or_world(entry.moment))
    event.add("DURATION", SHOWN_FOR)
    event.add("SUMMARY", said_of(entry))
    event.add("DESCRIPTION", description_of(entry))
    event.add("URL", address_of(entry))
    event.add("LAST-MODIFIED", changed.astimezone(UTC))
    # It only ever grows, by the minute, and fits 32 bits.
    event.add("SEQUENCE", int(changed.timestamp()) // 60)
    # Nobody is busy because a page goes live.
    event.add("TRANSP", "TRANSPARENT")
    return event


def name_of(entry: Entry | End) -> str:
    """Which bundle's end, or which of the page's moments it is.

    A page that was planned and went live stays the same event.
    """
    if isinstance(entry, End):
        return f"bundle-{entry.bundle.pk}-end"
    is_first = entry.status == LIVE and entry.moment == entry.page.first_published_at
    kind = "changes" if entry.page.live and not is_first else "live"
    return f"page-{entry.page.pk}-{'offline' if entry.status == EXPIRING else kind}"


def by_site_or_world(moment: datetime) -> datetime:
    """A moment by the site's clock; by the world's in the hour that the site's tells a second time."""
    local = by_the_clock(moment)
    return moment.astimezone(UTC) if local.fold else local


def description_of(entry: Entry | End) -> str:
    """Its type, and whose clock it goes by."""
    return plain(f"{entry.kind}, by the clock in {zone_name()}.")


def address_of(entry: Entry | End) -> str:
    """Where it is edited, for those who may edit it, or else read."""
    if entry.address:
        return in_full(entry.address)
    return entry.page.full_url or settings.WAGTAILADMIN_BASE_URL


def changed_at(entry: Entry | End) -> datetime | None:
    """When its page, or one of the bundle's, was last written, scheduled, moved or published."""
    if isinstance(entry, End):
        return entry.changed_at
    page = entry.page
    moments = [page.logged_at, page.latest_revision_created_at, page.last_published_at]
    return max((moment for moment in moments if moment), default=None)


def host() -> str:
    """The name under which the site is known."""
    return urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
