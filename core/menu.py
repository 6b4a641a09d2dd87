"""The links of the site's menu that readers may follow."""

from typing import NamedTuple

from django.apps import apps
from django.http import HttpRequest
from wagtail.models import Site

from core.readable import is_readable


class Link(NamedTuple):
    """One link of the menu."""

    label: str
    url: str
    is_current: bool


def links(place: str, request: HttpRequest) -> list[Link]:
    """The menu at one place, pages left out that are not live and public, or in no site's tree."""
    shown = [row for row in rows_for(request) if row.place == place and is_readable(row.page)]
    addressed = [(row.label or row.page.title, row.page.get_url(request)) for row in shown]
    here = nearest([url for _, url in addressed if url], request.path)
    return [Link(label, url, url == here) for label, url in addressed if url]


def rows_for(request: HttpRequest) -> list:
    """Every link of the site's menu, read once per request."""
    if not hasattr(request, "_menu_rows"):
        rows = apps.get_model("home.MenuLink").objects.filter(menu__site=Site.find_for_request(request))
        request._menu_rows = list(rows.select_related("page"))
    return request._menu_rows


def nearest(urls: list[str], path: str) -> str | None:
    """The address where the reader is, or the last one on the way there; home is on the way to everything."""
    above = [url for url in urls if path == url or (url != "/" and path.startswith(url))]
    return max(above, key=len, default=None)
