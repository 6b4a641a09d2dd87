"""Making room for news: a page and everything planned after it goes live one slot later."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from wagtail.models import Page

from core.site_time import in_words
from editorial.scheduling.calendar.moves import Move, reason_to_stay
from editorial.scheduling.models import PlannedPage
from editorial.scheduling.overview import editable
from editorial.scheduling.slots import slots
from users.models import User


@dataclass(frozen=True)
class Shift:
    """A planned page, its move to the next slot, and why it stays instead, if it does."""

    page: Page
    move: Move
    why_not: str
    #: Whether whoever shifts may know of it: nobody learns of another's embargo here.
    is_known: bool

    @property
    def planned(self) -> str:
        """When it goes live as things stand."""
        return in_words(self.move.before)

    @property
    def then(self) -> str:
        """When it goes live afterwards."""
        return in_words(self.move.after)


def shifts(start: datetime, user: User) -> list[Shift]:
    """What would become of each page that is planned for a moment or later, the earliest first."""
    planned = PlannedPage.objects.filter(moment__gte=max(start, timezone.now())).order_by("moment", "page")
    moments = dict(planned.values_list("page", "moment"))
    pages = Page.objects.filter(pk__in=moments).specific().in_bulk()
    later = next_slots(sorted(set(moments.values())))
    known = editable(user, pages)
    return [
        Shift(pages[pk], Move(pk, moment, later[moment]), reason_to_stay(pages[pk], user), pk in known)
        for pk, moment in moments.items()
    ]


def next_slots(moments: list[datetime]) -> dict[datetime, datetime]:
    """For each moment, given in order, the first slot after it."""
    if not moments:
        return {}
    coming: Iterator[datetime] = slots(moments[0])
    slot, found = next(coming), {}
    for moment in moments:
        while slot <= moment:
            slot = next(coming)
        found[moment] = slot
    return found
