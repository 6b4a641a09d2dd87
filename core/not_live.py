"""Why readers do not see a page at a moment, in words that follow its name."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils import timezone
from wagtail.models import Page, Revision

from core.readable import restricted_paths
from core.site_time import in_words
from core.status import OVERDUE_AFTER


def reasons(pages: dict[int, Page], moment: datetime, is_private_news: bool = True) -> Iterator[tuple[int, str]]:
    """Which of these pages readers do not see at a moment, and why not: “goes live only on Tue 25 Nov 09:00”."""
    planned, private = planned_moments(pages), restricted_paths() if is_private_news else ()
    for pk, page in sorted(pages.items()):
        why = "is private" if page.path.startswith(private) else why_not_live(page, planned.get(pk), moment)
        if why:
            yield pk, why


def why_not_live(page: Page, planned: datetime | None, moment: datetime) -> str:
    """Why a page is not live at a moment; empty when it is."""
    ends = page.expire_at if page.expire_at and page.expire_at <= moment else None
    is_planned = planned is not None and planned <= moment
    if is_planned and not page.live and planned <= timezone.now() - OVERDUE_AFTER:
        return f"was to go live on {in_words(planned)} and is not live yet"
    if is_planned and (ends is None or ends <= planned):
        return ""
    if page.live or is_planned:
        return f"goes offline on {in_words(ends)}" if ends else ""
    if planned:
        return f"goes live only on {in_words(planned)}"
    return "was taken offline" if page.last_published_at else "is a draft"


def planned_moments(keys: Iterable[int]) -> dict[int, datetime]:
    """When each of these pages goes live by the schedule."""
    planned = Revision.page_revisions.filter(object_id__in=[str(pk) for pk in keys], approved_go_live_at__isnull=False)
    return {int(pk): moment for pk, moment in planned.values_list("object_id", "approved_go_live_at")}
