"""The pages behind a due item, as far as there still are any."""

from collections import defaultdict
from itertools import chain

from wagtail.models import Page, Revision

from editorial.scheduling.models import Bundle, BundleMember, Kind

#: The items that are a whole bundle.
TOGETHER = {Kind.BUNDLE, Kind.BUNDLE_END}


def page_lists(items) -> dict[tuple[str, int], list[int]]:
    """The primary keys of the pages of each item (anything with ``kind`` and ``target_id``) that concerns a page."""
    revisions = [item.target_id for item in items if item.kind == Kind.GO_LIVE]
    found = dict(Revision.page_revisions.filter(pk__in=revisions).values_list("pk", "object_id"))
    lists = {(Kind.GO_LIVE, pk): [int(object_id)] for pk, object_id in found.items()}
    lists |= {(item.kind, item.target_id): [item.target_id] for item in items if item.kind == Kind.EXPIRE}
    bundles = [item for item in items if item.kind in TOGETHER]
    pages = bundle_pages([item.target_id for item in bundles]) if bundles else {}
    return lists | {(item.kind, item.target_id): pages[item.target_id] for item in bundles if pages[item.target_id]}


def bundle_pages(keys: list[int]) -> dict[int, list[int]]:
    """The pages of each bundle, from the top of the tree down."""
    pages: dict[int, list[int]] = defaultdict(list)
    members = BundleMember.objects.filter(bundle__in=keys, page__isnull=False).order_by("page__path")
    for bundle_id, page_id in members.values_list("bundle_id", "page_id"):
        pages[bundle_id].append(page_id)
    return pages


def pages_behind(item) -> list[Page]:
    """The pages of one item, as far as they still exist."""
    return list(Page.objects.filter(pk__in=page_lists([item]).get((item.kind, item.target_id), ())).order_by("path"))


def without_pages(items) -> list:
    """Those of some items of which no page exists any more."""
    lists = page_lists(items)
    there = set(Page.objects.filter(pk__in=chain(*lists.values())).values_list("pk", flat=True))
    return [item for item in items if there.isdisjoint(lists.get((item.kind, item.target_id), ()))]


def title_of(item, pages: list[Page]) -> str:
    """What an item is called, whose pages these are: the first of them, the bundle, or what its version says."""
    if bundle := bundle_of(item):
        return bundle.name
    if pages:
        return pages[0].get_admin_display_title()
    return Revision.objects.filter(pk=item.target_id).values_list("object_str", flat=True).first() or ""


def bundle_of(item) -> Bundle | None:
    """The bundle an item is."""
    return Bundle.objects.filter(pk=item.target_id).first() if item.kind in TOGETHER else None


def authors_of(item) -> set[int]:
    """The users who wrote the revisions that go live, or put the bundle together."""
    if item.kind == Kind.GO_LIVE:
        wrote = Revision.objects.filter(pk=item.target_id).values_list("user_id", flat=True)
        return set(wrote) - {None}
    if (bundle := bundle_of(item)) is None:
        return set()
    keys = [str(pk) for pk in bundle_pages([bundle.pk])[bundle.pk]]
    planned = Revision.page_revisions.filter(object_id__in=keys, approved_go_live_at__isnull=False)
    return {bundle.created_by_id, *planned.values_list("user_id", flat=True)} - {None}


def bundles_among(items) -> dict[int, Bundle]:
    """The bundles among some items, by key."""
    keys = [item.target_id for item in items if item.kind in TOGETHER]
    return Bundle.objects.in_bulk(keys) if keys else {}
