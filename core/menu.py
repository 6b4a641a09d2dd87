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
    return [make_link(label, url, request.path) for label, url in addressed if url]


def rows_for(request: HttpRequest) -> list:
    """Every link of the site's menu, read once per request."""
    if not hasattr(request, "_menu_rows"):
        rows = apps.get_model("home.MenuLink").objects.filter(menu__site=Site.find_for_request(request))
        request._menu_rows = list(rows.select_related("page"))
    return request._menu_rows


def make_link(label: str, url: str, path: str) -> Link:
    """A link that knows whether the reader is there, or on a page below."""
    is_below = url != "/" and path.startswith(url)
    return Link(label, url, path == url or is_below)
