"""The page behind a due item, as far as there still is one."""

from wagtail.models import Page, Revision

from editorial.scheduling.models import Kind


def page_ids(items) -> dict[tuple[str, int], int]:
    """The primary key of the page of each item (anything with ``kind`` and ``target_id``) that concerns a page."""
    revisions = [item.target_id for item in items if item.kind == Kind.GO_LIVE]
    found = dict(Revision.page_revisions.filter(pk__in=revisions).values_list("pk", "object_id"))
    pages = {(Kind.GO_LIVE, pk): int(object_id) for pk, object_id in found.items()}
    return pages | {(item.kind, item.target_id): item.target_id for item in items if item.kind == Kind.EXPIRE}


def page_of(item) -> Page | None:
    """The page of one item; None when it is gone, or the item is no page's."""
    return Page.objects.filter(pk__in=page_ids([item]).values()).first()


def author_of(item) -> int | None:
    """The user who wrote the revision that goes live."""
    if item.kind != Kind.GO_LIVE:
        return None
    return Revision.objects.filter(pk=item.target_id).values_list("user_id", flat=True).first()
