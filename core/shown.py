"""What readers see of a page and what is planned for it at one moment: all that publishing changes, as plain values."""

from collections.abc import Iterator
from typing import Any

from wagtail.models import Page

State = dict[str, Any]

#: What publishing writes into the row of a page, and into those of its aliases.
MOMENTS = ("first_published_at", "last_published_at", "published_at", "updated_at", "expire_at")
#: The row of a page that readers have never seen.
NEVER_PUBLIC: State = dict.fromkeys(MOMENTS) | {"live": False, "live_revision_id": None, "expired": False}


def state_of(page_id: int) -> State:
    """The state of one page, its aliases included; empty when it does not exist.

    Its keys are text and its moments written out, so that a state is still the same after a way through a browser.
    """
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        return {}
    planned = page.revisions.filter(approved_go_live_at__isnull=False).order_by("pk")
    return {
        "rows": {str(one.pk): row_of(one) for one in (page, *aliases_of(page))},
        "latest": page.latest_revision_id,
        "planned": {str(pk): moment.isoformat() for pk, moment in planned.values_list("pk", "approved_go_live_at")},
        "changes": list(page.changes.order_by("pk").values_list("pk", flat=True)),
    }


def row_of(page: Page) -> State:
    """What publishing changed in one row."""
    row = page.specific_deferred
    moments = {name: getattr(row, name, None) for name in MOMENTS}
    written = {name: moment.isoformat() if moment else None for name, moment in moments.items()}
    return written | {"live": row.live, "live_revision_id": row.live_revision_id, "expired": row.expired}


def aliases_of(page: Page) -> Iterator[Page]:
    """The aliases of a page, and theirs."""
    for alias in page.aliases.order_by("pk"):
        yield alias
        yield from aliases_of(alias)


def row_in(state: State, page_id: int) -> State:
    """The row of the page in its state; of a page that did not exist, that of one nobody has seen."""
    return state["rows"][str(page_id)] if state else NEVER_PUBLIC
