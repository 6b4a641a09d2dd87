"""What speaks against a planned version as things stand: whatever would keep it offline, or leave readers with gaps."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Page, Revision

from core.links import linked_pages
from core.publishing import Problem, Severity, check
from core.readable import restricted_paths
from core.site_time import in_words
from core.status import OVERDUE_AFTER
from editorial.scheduling.naming import ANOTHER_PAGE, ProblemWithPage
from images.consent import pictures_shown

LINKS_TO = "It links to {page}, which {why}."
LINKS_TO_DELETED = "It links to a page that has been deleted."
STANDS_BELOW = "It stands below {page}, which {why}."
PICTURE_IS_GONE = "The file of the picture “{title}” is gone: upload it again, or choose another."


def problems(revision: Revision, moment: datetime, company: Iterable[int] = ()) -> list[Problem]:
    """Everything known now about a version going live at ``moment``; errors keep it offline, warnings do not.

    ``company`` are the keys of pages that go live with it, whatever the schedule says of them by now.
    """
    page, company = revision.as_object(), frozenset(company)
    found = [
        *check(page, moment),
        *parents_not_live(page, moment, company),
        *links_not_live(revision, page, moment, company),
        *missing_pictures(page),
    ]
    return list(dict.fromkeys(found))


def parents_not_live(page: Page, moment: datetime, company: frozenset[int]) -> Iterator[Problem]:
    """A warning for each page above that readers do not see by then."""
    above = {parent.pk: parent for parent in page.get_ancestors().filter(depth__gt=1) if parent.pk not in company}
    for pk, why in reasons(above, moment, is_private_news=False):
        yield about(STANDS_BELOW, pk, why)


def links_not_live(revision: Revision, page: Page, moment: datetime, company: frozenset[int]) -> Iterator[Problem]:
    """A warning for each page the version links to that readers do not see by then."""
    # As it was written: what has been deleted since is left out of the page.
    keys = linked_pages(type(page).from_serializable_data(revision.content, check_fks=False)) - company
    pages = Page.objects.in_bulk(keys)
    for pk in sorted(keys - pages.keys()):
        yield ProblemWithPage("", LINKS_TO_DELETED, Severity.WARNING, about=pk)
    for pk, why in reasons(pages, moment):
        yield about(LINKS_TO, pk, why)


def missing_pictures(page: Page) -> Iterator[Problem]:
    """A warning for each picture whose file is not where it is kept."""
    places = {pk: where for where, pk in pictures_shown(page)}
    for picture in get_image_model().objects.filter(pk__in=places).order_by("pk"):
        if not picture.file.storage.exists(picture.file.name):
            words = PICTURE_IS_GONE.format(title=picture.title)
            yield Problem(places[picture.pk], words, Severity.WARNING)


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


def about(words: str, pk: int, why: str) -> ProblemWithPage:
    """A warning about another page."""
    return ProblemWithPage("", words.format(page=ANOTHER_PAGE, why=why), Severity.WARNING, about=pk)
