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
FILE_IS_GONE = "The file of the picture “{title}” is gone: upload it again, or choose another."
PICTURE_IS_DELETED = "A picture it shows has been deleted: choose another."


def problems(revision: Revision, moment: datetime, company: Iterable[int] = ()) -> list[Problem]:
    """Everything known now about a version going live at ``moment``; errors keep it offline, warnings do not.

    ``company`` are the keys of pages that go live with it, whatever the schedule says of them by now.
    """
    # As it is built for readers, and as it was written: what has been deleted since is left out of the first.
    page, written, company = revision.as_object(), as_written(revision), frozenset(company)
    refused = check(page, moment)
    found = [
        *refused,
        *parents_not_live(page, moment, company),
        *links_not_live(written, moment, company),
        *missing_pictures(written, refused),
    ]
    return list(dict.fromkeys(found))


def parents_not_live(page: Page, moment: datetime, company: frozenset[int]) -> Iterator[Problem]:
    """A warning for each page above that readers do not see by then."""
    above = {parent.pk: parent for parent in page.get_ancestors().filter(depth__gt=1) if parent.pk not in company}
    for pk, why in reasons(above, moment, is_private_news=False):
        yield about(STANDS_BELOW, pk, why)


def links_not_live(written: Page, moment: datetime, company: frozenset[int]) -> Iterator[Problem]:
    """A warning for each page the version links to that readers do not see by then."""
    keys = linked_pages(written) - company
    pages = Page.objects.in_bulk(keys)
    for pk in sorted(keys - pages.keys()):
        yield ProblemWithPage("", LINKS_TO_DELETED, Severity.WARNING, about=pk)
    for pk, why in reasons(pages, moment):
        yield about(LINKS_TO, pk, why)


def missing_pictures(written: Page, refused: list[Problem]) -> Iterator[Problem]:
    """A warning for each picture that has been deleted, unless its place is refused anyway, or that lost its file."""
    shown = list(pictures_shown(written))
    pictures = get_image_model().objects.in_bulk({pk for _, pk in shown})
    for where, pk in shown:
        if pk not in pictures and not any(f"{problem.where}.".startswith(f"{where}.") for problem in refused):
            yield Problem(where, PICTURE_IS_DELETED, Severity.WARNING)
    places = {pk: where for where, pk in shown}
    for pk, picture in sorted(pictures.items()):
        if not picture.file.storage.exists(picture.file.name):
            yield Problem(places[pk], FILE_IS_GONE.format(title=picture.title), Severity.WARNING)


def about(words: str, pk: int, why: str) -> ProblemWithPage:
    """A warning about another page."""
    return ProblemWithPage("", words.format(page=ANOTHER_PAGE, why=why), Severity.WARNING, about=pk)
