"""The answer to an address nobody has: the page it meant, where one can be told, and the search."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from wagtail.models import Site

from core.caching import limit_freshness
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
    context = {"words": words_of(path), "near": near_misses(path, site) if site else []}
    response = render(request, "404.html", context, status=404)
    limit_freshness(response, timezone.now() + KEPT)
    return response
