"""Which pages readers may see: those that are live and under no view restriction."""

from collections.abc import Callable
from contextvars import ContextVar

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponseBase
from wagtail.models import Page, PageViewRestriction

_known: ContextVar[dict[str, tuple[str, ...]] | None] = ContextVar("known_restrictions", default=None)


def restricted_paths() -> tuple[str, ...]:
    """Tree paths below which nothing is public; read once per request, afresh outside of one."""
    known = _known.get()
    if known is None:
        return _load_paths()
    if "paths" not in known:
        known["paths"] = _load_paths()
    return known["paths"]


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


def _load_paths() -> tuple[str, ...]:
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True).distinct())


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
