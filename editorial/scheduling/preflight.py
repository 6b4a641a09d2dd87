"""What speaks against a planned version as things stand: whatever would keep it offline, or leave readers with gaps."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from wagtail.images import get_image_model
from wagtail.models import Page, Revision

from core.links import as_written, linked_pages
from core.not_live import reasons
from core.publishing import Problem, Severity, check
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
    keys = linked_pages(as_written(revision)) - company
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


def about(words: str, pk: int, why: str) -> ProblemWithPage:
    """A warning about another page."""
    return ProblemWithPage("", words.format(page=ANOTHER_PAGE, why=why), Severity.WARNING, about=pk)
