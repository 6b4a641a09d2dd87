"""The sitemap: every page readers may see, when it last changed for them, and its pictures."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models.functions import Coalesce, TruncSecond
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, Site, get_page_models

from core.a_to_z import AToZPage
from core.addresses import known_as
from core.listing import ListingPage
from core.pictures import load_pictures
from core.readable import readable_in

#: Pages in one file; where there are more, `/sitemap.xml` lists the files.
PER_SHEET = 1000
#: At which size the pictures of a field are named; those in the text at the size they have there.
SIZES = {"image": "lead", "photo": "portrait"}


class Listed(NamedTuple):
    """One page of the sitemap, as the tree knows it."""

    key: int
    path: str
    address: str
    type_key: int
    changed_at: datetime | None


@require_safe
def sitemap(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """All pages; of very many the list of sheets, or the sheet with this number."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    pages = with_changes_below(listed_pages(site), site)
    sheets = [pages[start : start + PER_SHEET] for start in range(0, len(pages), PER_SHEET)] or [[]]
    if number is None and len(sheets) > 1:
        context = {"sheets": [sheet_row(site, place, sheet) for place, sheet in enumerate(sheets, start=1)]}
        return xml("core/sitemap_index.xml", context, pages)
    if number is not None and not 1 <= number <= len(sheets):
        raise Http404
    sheet = sheets[(number or 1) - 1]
    pictures = pictures_of(sheet, site)
    rows = [(known_as(site, page.address), page.changed_at, pictures.get(page.key, [])) for page in sheet]
    return xml("core/sitemap.xml", {"rows": rows}, sheet)


def listed_pages(site: Site) -> list[Listed]:
    """The pages readers may see, in tree order; a copy that follows another page is known by that page's address."""
    root = site.root_page
    pages = readable_in(root.get_descendants(inclusive=True)).filter(alias_of=None).order_by("path")
    shown_at = TruncSecond(Coalesce("last_published_at", "first_published_at"), tzinfo=UTC)
    rows = pages.values_list("pk", "path", "url_path", "content_type_id", shown_at)
    return [Listed(key, path, f"/{address.removeprefix(root.url_path)}", *rest) for key, path, address, *rest in rows]


def with_changes_below(pages: list[Listed], site: Site) -> list[Listed]:
    """The same pages; one that lists others has changed when the newest of them did."""
    types = ContentType.objects.get_for_models(*get_page_models())
    lists = {types[model].pk for model in types if issubclass(model, ListingPage | AToZPage)}
    newest: dict[str, datetime] = {}
    dated = []
    for page in reversed(pages):
        is_list = page.type_key in lists or page.path == site.root_page.path
        moments = [page.changed_at, newest.get(page.path) if is_list else None]
        changed_at = max(filter(None, moments), default=None)
        dated.append(page._replace(changed_at=changed_at))
        above = page.path[: -Page.steplen]
        below = [newest.get(above), newest.get(page.path), changed_at]
        newest[above] = max(filter(None, below), default=None)
    return dated[::-1]


def pictures_of(pages: Iterable[Listed], site: Site) -> dict[int, list[str]]:
    """The addresses of each page's own pictures, its lead first, in sizes that were made before."""
    shown = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(get_image_model()),
        object_id__in=[str(page.key) for page in pages],
    )
    named = shown.values_list("object_id", "to_object_id", "model_path")
    rows = [(int(key), int(picture), path) for key, picture, path in named]
    pictures = load_pictures(picture for _, picture, _ in rows)
    found: dict[int, dict[str, None]] = {}
    for key, picture, path in sorted(rows, key=lambda row: (row[2] not in SIZES, row[1])):
        file = pictures[picture].at(SIZES.get(path, "text")) if picture in pictures else None
        if file:
            found.setdefault(key, {})[known_as(site, file.url)] = None
    return {key: list(addresses) for key, addresses in found.items()}


def sheet_row(site: Site, number: int, pages: list[Listed]) -> tuple[str, datetime | None]:
    """Where a sheet is, and when the newest of its pages changed."""
    return known_as(site, reverse("sitemap_sheet", args=[number])), newest_of(pages)


def newest_of(pages: list[Listed]) -> datetime | None:
    """When any of these pages last changed."""
    return max((page.changed_at for page in pages if page.changed_at), default=None)


def xml(template: str, context: dict, pages: list[Listed]) -> HttpResponse:
    """A sitemap's file; it is for search engines to read, not to show."""
    response = HttpResponse(render_to_string(template, context), content_type="application/xml")
    response.headers["X-Robots-Tag"] = "noindex"
    if changed_at := newest_of(pages):
        response.headers["Last-Modified"] = http_date(changed_at.timestamp())
    return response
