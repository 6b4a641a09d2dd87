"""Why readers do not see a page at a moment, in words that follow its name.

Whoever takes pages offline at moments that neither their rows nor their versions say registers how these are found, in
``AppConfig.ready()``.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import Page, Revision

from core.readable import restricted_paths
from core.site_time import in_words
from core.status import OVERDUE_AFTER


class Coming(NamedTuple):
    """When a version of a page goes live by the schedule, and when it goes offline again, if it says so."""

    moment: datetime
    ends: datetime | None = None


#: Finds when each of some pages, by key, goes offline with something it belongs to.
Finder = Callable[[Iterable[int]], dict[int, datetime]]

_finders: list[Finder] = []


def register_ends(find: Finder) -> None:
    """Say how the ends of pages are found that go offline with something they belong to."""
    if find not in _finders:
        _finders.append(find)


def reasons(pages: dict[int, Page], moment: datetime, is_private_news: bool = True) -> Iterator[tuple[int, str]]:
    """Which of these pages readers do not see at a moment, and why not: “goes live only on Tue 25 Nov 09:00”."""
    planned, private = coming_versions(pages), restricted_paths() if is_private_news else ()
    ends = {pk: end for find in _finders for pk, end in find(pages).items()}
    for pk, page in sorted(pages.items()):
        is_private = page.path.startswith(private)
        why = "is private" if is_private else why_not_live(page, planned.get(pk), moment, ends.get(pk))
        if why:
            yield pk, why


def why_not_live(page: Page, planned: Coming | None, moment: datetime, ends: datetime | None = None) -> str:
    """Why a page is not live at a moment; empty when it is.

    ``ends`` is when it goes offline with what it belongs to.
    """
    is_planned = planned is not None and planned.moment <= moment
    if is_planned and not page.live and planned.moment <= timezone.now() - OVERDUE_AFTER:
        return f"was to go live on {in_words(planned.moment)} and is not live yet"
    if page.live or is_planned:
        end = end_of(page, planned if is_planned else None, ends)
        return f"goes offline on {in_words(end)}" if end and end <= moment else ""
    if planned:
        return f"goes live only on {in_words(planned.moment)}"
    return "was taken offline" if page.last_published_at else "is a draft"


def end_of(page: Page, planned: Coming | None, ends: datetime | None) -> datetime | None:
    """When what readers see goes offline: the row as it is, or the version that is planned to take its place."""
    # What replaces a live page that ends with others is left alone by their end.
    with_others = None if page.live and planned else ends
    own = planned.ends if planned else page.expire_at
    return min(filter(None, (own, with_others)), default=None)


def coming_versions(keys: Iterable[int]) -> dict[int, Coming]:
    """What the schedule says of each of these pages."""
    planned = Revision.page_revisions.filter(object_id__in=[str(pk) for pk in keys], approved_go_live_at__isnull=False)
    found = planned.values_list("object_id", "approved_go_live_at", "content__expire_at")
    return {int(pk): Coming(moment, parse_datetime(str(ends))) for pk, moment, ends in found}
