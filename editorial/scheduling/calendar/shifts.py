"""Making room for news: a page and everything planned after it goes live one slot later."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from wagtail.models import Page

from core.site_time import in_words
from editorial.scheduling.calendar.moves import Move, reason_to_stay
from editorial.scheduling.models import PlannedPage
from editorial.scheduling.overview import editable
from editorial.scheduling.slots import NO_FREE_SLOT, slots
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
        """When it goes live afterwards; nothing where there is no slot."""
        return in_words(self.move.after) if self.move.after else ""


def shifts(start: datetime, user: User) -> list[Shift]:
    """What would become of each page that is planned for a moment or later, the earliest first."""
    planned = PlannedPage.objects.filter(moment__gte=max(start, timezone.now())).order_by("moment", "page")
    moments = dict(planned.values_list("page", "moment"))
    pages = Page.objects.filter(pk__in=moments).specific().in_bulk()
    later = next_slots(sorted(set(moments.values())))
    known = editable(user, pages)
    return [
        Shift(pages[pk], Move(pk, moment, later.get(moment)), why_not(pages[pk], user, moment in later), pk in known)
        for pk, moment in moments.items()
    ]


def why_not(page: Page, user: User, has_slot: bool) -> str:
    """Why a page stays; empty when it moves."""
    return reason_to_stay(page, user) or ("" if has_slot else NO_FREE_SLOT)


def next_slots(moments: list[datetime]) -> dict[datetime, datetime]:
    """For each moment, given in order, the first slot after it, where there is one."""
    coming = slots(moments[0]) if moments else iter([])
    slot, found = next(coming, None), {}
    for moment in moments:
        while slot and slot <= moment:
            slot = next(coming, None)
        if slot:
            found[moment] = slot
    return found
