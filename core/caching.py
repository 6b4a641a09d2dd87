"""How long caches may keep a response: a minute for a reader's page, not at all for anything personal."""

from collections.abc import Callable
from datetime import datetime
from math import floor

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.cache import has_vary_header, patch_vary_headers
from wagtail.models import Page

from core.audience import Audience, audience_of
from core.readable import coming_change

SHARED_SECONDS = 60
PRIVATE = "private, no-store"


def limit_freshness(response: HttpResponseBase, moment: datetime | None) -> None:
    """Have caches drop the response at `moment`, the page's next known change; the earliest of several calls counts."""
    known = getattr(response, "fresh_until", None)
    if moment and (known is None or moment < known):
        response.fresh_until = moment


def next_known_change(page: Page, now: datetime) -> datetime | None:
    """When the page is known to change for readers: its expiry, or the time its next version goes live."""
    moments = [page.expire_at]
    # Only a live page with changes can have a scheduled version, so that most readers cost no query here.
    if page.has_unpublished_changes:
        moments.extend(
            page.revisions.filter(approved_go_live_at__isnull=False).values_list("approved_go_live_at", flat=True)
        )
    return min((moment for moment in moments if moment and moment > now), default=None)


def serve_until_next_change(serve_page: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A step of Wagtail's on_serve_page chain: caches drop the page when it is known to change."""

    def serve(page: Page, request: HttpRequest, args: list, kwargs: dict) -> HttpResponseBase:
        response = serve_page(page, request, args, kwargs)
        limit_freshness(response, next_known_change(page, timezone.now()))
        limit_freshness(response, coming_change(page))
        return response

    return serve


def shared_seconds(response: HttpResponseBase, now: datetime) -> int:
    """Seconds a shared cache may keep the response: 60 at most, never past its next known change."""
    fresh_until = getattr(response, "fresh_until", None)
    if fresh_until is None:
        return SHARED_SECONDS
    return max(0, min(SHARED_SECONDS, floor((fresh_until - now).total_seconds())))


def is_signed_in(request: HttpRequest) -> bool:
    """Whether the request comes from a user; a request without a session cookie is answered without a query."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return request.user.is_authenticated


def is_shareable(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether every reader would get this same response, so that a shared cache may hand it on."""
    return (
        request.method in {"GET", "HEAD"}
        and response.status_code in {200, 404, 410}
        and audience_of(request) is Audience.READER
        and not response.cookies
        and not has_vary_header(response, "Cookie")
        and "Authorization" not in request.headers
        and not is_signed_in(request)
    )


class ReaderCacheMiddleware:
    """Sets Cache-Control where the view has not; stands outside the sessions, which have spoken by then."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Finish the response's caching headers."""
        response = self.get_response(request)
        if audience_of(request) is Audience.PREVIEW:
            response.headers["Cache-Control"] = PRIVATE
        elif not response.has_header("Cache-Control"):
            response.headers["Cache-Control"] = self.cache_control(request, response)
        patch_vary_headers(response, ["Accept-Encoding"])
        return response

    def cache_control(self, request: HttpRequest, response: HttpResponseBase) -> str:
        """The header for a response whose view said nothing about caching."""
        if not is_shareable(request, response):
            return PRIVATE
        return f"public, max-age=0, s-maxage={shared_seconds(response, timezone.now())}"
