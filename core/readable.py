"""Which pages readers may see: those that are live and under no view restriction.

The same query tells which of them are about to change (``core.coming_changes``).
"""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import DateTimeField, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from core.coming_changes import coming_changes

#: Nothing is kept for readers longer than that, so later changes need not be known.
AHEAD = timedelta(minutes=2)


@dataclass(frozen=True)
class SiteWide:
    """What a request knows of the whole site."""

    restricted: tuple[str, ...] = ()
    changes: Mapping[str, datetime] = field(default_factory=dict)


_known: ContextVar[dict[str, SiteWide] | None] = ContextVar("known_restrictions", default=None)


def restricted_paths() -> tuple[str, ...]:
    """Tree paths below which nothing is public; read once per request, afresh outside of one."""
    return _site_wide().restricted


def coming_change(page: Page) -> datetime | None:
    """When a page changes in the next minutes though its own row does not say so; read along with the above."""
    return _site_wide().changes.get(page.path)


def is_readable(page: Page | None) -> bool:
    """Whether readers may see the page."""
    if page is None or page.pk is None or not page.live:
        return False
    return not page.path.startswith(restricted_paths())


def readable_in(pages: QuerySet) -> QuerySet:
    """The pages of a queryset that readers may see."""
    hidden = Q()
    for path in restricted_paths():
        hidden |= Q(path__startswith=path)
    return pages.filter(~hidden, live=True) if hidden else pages.filter(live=True)


def _site_wide() -> SiteWide:
    known = _known.get()
    if known is None:
        return _load()
    if "site" not in known:
        known["site"] = _load()
    return known["site"]


def _load() -> SiteWide:
    now = timezone.now()
    # PostgreSQL takes an empty column for text unless it is told.
    never = Cast(Value(None), DateTimeField())
    restrictions = PageViewRestriction.objects.order_by().values_list("page__path", never).distinct()
    restricted, changes = [], {}
    for path, moment in restrictions.union(*coming_changes(now, now + AHEAD), all=True):
        if moment is None:
            restricted.append(path)
        else:
            changes[path] = min(moment, changes.get(path, moment))
    return SiteWide(tuple(restricted), changes)


class RestrictionsMiddleware:
    """Remembers the view restrictions for the length of one request, so that a list of links costs one query."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request with restrictions read at most once."""
        token = _known.set({})
        try:
            return self.get_response(request)
        finally:
            _known.reset(token)
