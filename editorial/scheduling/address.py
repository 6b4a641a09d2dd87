"""Whether a planned page finds its address free when its moment comes; one that is taken today is refused anyway."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page, Revision

from core.publishing import Problem
from core.site_time import in_words
from editorial.scheduling.naming import ANOTHER_PAGE, ProblemWithPage

GOES_TO = "The address “{slug}” goes to {page} first, on {when}: choose another address."


def promised_address(page: Page, moment: datetime) -> Iterator[Problem]:
    """Refuse to plan a page under an address that another one is planned to take before it."""
    if not page.path or moment <= timezone.now():
        return
    sooner = Revision.page_revisions.filter(approved_go_live_at__lte=moment, content__slug=page.slug)
    moments = {int(pk): when for pk, when in sooner.values_list("object_id", "approved_go_live_at")}
    # A page that has the address already is a matter of today.
    for other in siblings_of(page).filter(pk__in=moments).exclude(slug=page.slug):
        words = GOES_TO.format(slug=page.slug, page=ANOTHER_PAGE, when=in_words(moments[other.pk]))
        yield ProblemWithPage("slug", words, about=other.pk)


def siblings_of(page: Page) -> QuerySet[Page]:
    """The other pages beside a page."""
    beside = Page.objects.filter(path__startswith=page.path[: -Page.steplen], depth=page.depth)
    return beside.exclude(pk=page.pk)
