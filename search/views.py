"""Search for readers."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.listing import cards_by_id
from search.queries import tidy
from search.results import find

PER_PAGE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The results for `?q=`, a sheet at a time; any input is answered."""
    query = tidy(request.GET.get("q", ""))
    items = Paginator(find(query), PER_PAGE).get_page(request.GET.get("page"))
    total = items.paginator.count
    items.object_list = cards_by_id(items.object_list)
    response = render(request, "search/search.html", {"query": query, "items": items, "total": total})
    response.headers["X-Robots-Tag"] = "noindex"
    return response
