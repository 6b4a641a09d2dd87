"""What the schedule section of a page form offers: the next free slot, and what else goes live that week."""

from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from core.plan import plan_of
from core.site_time import by_the_clock, with_zone, zone_name
from editorial.scheduling.closed_days import name_of
from editorial.scheduling.slots import NO_FREE_SLOT, next_free_slot
from editorial.scheduling.week import week_of
from users.models import User


class SlotOffer(Component):
    """The next free slot as one button, which fills it in; words when none is free."""

    template_name = "editorial/scheduling/slot_offer.html"

    def __init__(self, slot: datetime | None) -> None:
        self.slot = slot

    def get_context_data(self, parent_context):
        if self.slot is None:
            return {"refusal": NO_FREE_SLOT}
        return {"words": with_zone(self.slot), "text": f"{by_the_clock(self.slot):%Y-%m-%d %H:%M}"}


class WeekNote(Component):
    """What else goes live that week, and whether the day is closed; asked anew by a script when the date changes."""

    template_name = "editorial/scheduling/week.html"

    def __init__(self, page: Page | None, day: date, user: User) -> None:
        self.page = page
        self.day = day
        self.user = user

    def get_context_data(self, parent_context):
        return {
            "week": week_of(self.day, self.user, self.page),
            "day": self.day,
            "page": self.page,
            "closed": name_of(self.day),
            "zone": zone_name(),
        }


def offer_slot(page: Page, request: HttpRequest) -> SlotOffer:
    """The next free slot for a page."""
    return SlotOffer(next_free_slot(timezone.now(), page))


def tell_week(page: Page, request: HttpRequest) -> WeekNote:
    """The week the page is planned for, or else the one of the next free slot, or else this one."""
    plan, now = plan_of(page), timezone.now()
    moment = plan.wanted or plan.scheduled or next_free_slot(now, page) or now
    return WeekNote(page, by_the_clock(moment).date(), request.user)
