"""The time between going live and expiring: what is over is never shown, and dates that were used are put away."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from wagtail.models import Page, PageLogEntry, Revision

from core.publishing import Problem


def window_is_open(page: Page, moment: datetime) -> Iterator[Problem]:
    """Refuse a page whose expiry comes before it would go live."""
    if page.expire_at and page.expire_at <= moment:
        end = date_format(localtime(page.expire_at), "j M Y, H:i")
        yield Problem(
            "expire_at", f"It was to go offline on {end}, which is over by then: choose a later expiry or none."
        )


def put_away_used_dates(page: Page, now: datetime) -> None:
    """Forget the dates that have done their work when a page goes live or offline.

    Wagtail keeps them (wagtail#13896): an expired page cannot be saved any more, and one that is live again expires at
    once.
    """
    if page.live and page.go_live_at and page.go_live_at <= now:
        page.go_live_at = None
    if page.expired and page.expire_at and page.expire_at <= now:
        page.expire_at = None


def without_used_dates(page: Page, row: Page, now: datetime) -> Page:
    """A page as a revision has it, without the dates that its row has used since."""
    if page.go_live_at and row.last_published_at and page.go_live_at <= row.last_published_at:
        page.go_live_at = None
    # With a moment of its own still unused, a version has an end of its own as well: never shown, it is no less over.
    is_over = page.expire_at and page.expire_at <= now
    if row.expired and not page.go_live_at and is_over and has_used(row, page.expire_at):
        page.expire_at = None
    return page


def has_used(row: Page, end: datetime) -> bool:
    """Whether a page that expired did so by an end, which else was meant for when it comes back."""
    expiries = PageLogEntry.objects.filter(page_id=row.pk, action="wagtail.unpublish.scheduled")
    last = expiries.order_by("-timestamp").values_list("timestamp", flat=True).first()
    return last is None or end <= last


def planned_moment(revision: Revision, now: datetime) -> datetime | None:
    """When a revision goes live by its own plan; nothing when that is not in the time to come."""
    # Text once it has been stored, a moment as long as it is in memory.
    planned = parse_datetime(str(revision.content.get("go_live_at")))
    return planned if planned and planned > now else None
