"""Lists of pages: readable, newest first, with the pictures of all cards loaded together."""

from collections.abc import Iterable

from django.core.paginator import Page as Sheet
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from wagtail.images import get_image_model
from wagtail.models import Page

from core import shelf
from core.readable import is_readable, readable_in

#: Foreign keys in which a page may keep the picture of its card.
PICTURE_FIELDS = ("image", "photo")


def newest_first(pages: QuerySet) -> QuerySet:
    """Pages of one or several types by the date readers see; the only such date `Page` itself has."""
    return pages.order_by("-first_published_at", "-pk")


def picture_keys(pages: Iterable[Page]) -> set[int]:
    """The keys of the pictures that stand for these pages."""
    keys = {getattr(page, f"{name}_id", None) for page in pages for name in PICTURE_FIELDS}
    return keys - {None}


def with_pictures(pages: Iterable[Page]) -> list[Page]:
    """The same pages, their pictures and every stored size of these loaded together."""
    pages = list(pages)
    pictures = shelf.fetch(get_image_model(), picture_keys(pages))
    for page in pages:
        for name in PICTURE_FIELDS:
            if getattr(page, f"{name}_id", None):
                setattr(page, name, pictures.get(getattr(page, f"{name}_id")))
    return pages


def typed(pages: QuerySet) -> QuerySet:
    """The readable pages of a queryset as their own types, without their bodies."""
    pages = readable_in(pages).defer_streamfields()
    return pages.specific() if pages.model is Page else pages


def cards(pages: QuerySet, limit: int | None = None) -> list[Page]:
    """The readable pages of a queryset, ready to be shown as cards."""
    return with_pictures(typed(pages)[:limit])


def specific_of(targets: Iterable[Page]) -> list[Page]:
    """The pages at hand as their own types, with a query for each type that is not on the shelf."""
    targets = list(targets)
    found = {}
    for model in {target.specific_class or Page for target in targets}:
        found |= shelf.fetch(model, [target.pk for target in targets if (target.specific_class or Page) is model])
    return [found[target.pk] for target in targets if target.pk in found]


def cards_by_id(ids: Iterable[int]) -> list[Page]:
    """The readable ones of these pages as cards, in the given order."""
    ids = list(ids)
    if not ids:
        return []
    found = {page.pk: page for page in cards(Page.objects.filter(pk__in=ids))}
    return [found[pk] for pk in ids if pk in found]


def chosen_pages(rows: Iterable[Model], name: str) -> list[Page]:
    """The pages that rows of a relation name, as far as readers may see them; a draft's rows may be half filled in."""
    return readable_only(getattr(row, name, None) for row in rows)


def still_offered(pages: Iterable[Page]) -> list[Page]:
    """Those of the pages at hand to send readers on to: not those kept only for whoever knows the address."""
    return [page for page in pages if not getattr(page, "is_retired", False)]


def readable_only(pages: Iterable[Page]) -> list[Page]:
    """Those of the pages at hand that readers may see."""
    return [page for page in pages if is_readable(page)]


def sheet(request: HttpRequest, pages: QuerySet, per_page: int = 12) -> Sheet:
    """The sheet of a list that `?page=` asks for, as cards; any other number gives the first or last."""
    chosen = Paginator(typed(pages), per_page).get_page(request.GET.get("page"))
    chosen.object_list = with_pictures(chosen.object_list)
    return chosen


class ListingPage:
    """A page that hands its template a numbered list of other pages as `items`."""

    per_page = 12

    def listed_pages(self) -> QuerySet:
        """What is listed, in order."""
        raise NotImplementedError

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["items"] = sheet(request, self.listed_pages(), self.per_page)
        return context
