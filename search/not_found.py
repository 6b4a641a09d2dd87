"""The answer to an address nobody has, or has any more: the page it meant, where one can be told, and the search."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.models import Site

from core.caching import limit_freshness
from core.offline import TakenDownError, was_address
from search.near_misses import near_misses, same_but_for_spelling, words_of

#: A page may go live at an address that was just asked for: caches keep this answer no longer than a moment.
KEPT = timedelta(seconds=10)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Lead on from an address that differs in capitals or slashes alone; offer what any other may have meant."""
    site = Site.find_for_request(request)
    same = same_but_for_spelling(request.path_info, site) if site and request.method in {"GET", "HEAD"} else None
    address = same.get_url(request) if same else None
    if address and address != request.path:
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
    path = request.path_info
    is_gone = isinstance(exception, TakenDownError) or was_address(request.path)
    if is_gone and (redirect := redirect_from(request)):
        return redirect
    context = {"words": words_of(path), "near": near_misses(path, site) if site else [], "is_gone": is_gone}
    response = render(request, "404.html", context, status=410 if is_gone else 404)
    limit_freshness(response, timezone.now() + KEPT)
    return response


def redirect_from(request: HttpRequest) -> HttpResponse | None:
    """The redirect an editor made from this address, which its own middleware gives in answer to a 404 alone."""
    answer = RedirectMiddleware(not_found).process_response(request, HttpResponseNotFound())
    return None if answer.status_code == 404 else answer
