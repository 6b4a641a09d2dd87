"""The numbered source list of an article."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.apps import apps
from django.db.models import Min, Model, Q, QuerySet


@dataclass(frozen=True)
class Citation:
    """One entry of the source list; `backlinks` are the ids of the places that cite it."""

    number: int
    source: object
    backlinks: list[str] = field(default_factory=list)


def citations_of(page, cited: list[int]) -> list[Citation]:
    """The sources of a page; `cited` names one for each citation, in reading order. Deleted ones are left out."""
    rows = page.listed_sources.all()
    sources = stored_sources(page, cited) if isinstance(rows, QuerySet) else typed_sources(rows, cited)
    places: dict[int, list[str]] = {key: [] for key in dict.fromkeys([*cited, *sources])}
    for place, key in enumerate(cited, start=1):
        places[key].append(f"cite-{place}")
    ordered = [key for key in places if key in sources]
    return [Citation(number, sources[key], places[key]) for number, key in enumerate(ordered, start=1)]


def stored_sources(page, cited: list[int]) -> dict[int, Model]:
    """The cited and the listed sources of a page as it is stored, in one query, the listed ones in their order."""
    here = Q(listings__page=page.pk)
    model = apps.get_model("sources.Source")
    found = model.objects.filter(Q(pk__in=set(cited)) | here).alias(place=Min("listings__sort_order", filter=here))
    return {source.pk: source for source in found.order_by("place")}


def typed_sources(rows: Iterable[Model], cited: list[int]) -> dict[int, Model]:
    """The cited and the listed sources of a page being written, whose rows may be half filled in."""
    listed = {row.source_id: row.source for row in rows if getattr(row, "source", None)}
    return apps.get_model("sources.Source").objects.in_bulk(set(cited) - listed.keys()) | listed
