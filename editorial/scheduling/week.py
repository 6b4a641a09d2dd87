"""What else goes live in the week of a day, without telling anybody of what they may not edit."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.formats import date_format
from wagtail.models import Page, Revision

from core.site_time import by_the_clock, site_zone
from editorial.scheduling.overview import editable
from users.models import User


@dataclass(frozen=True)
class Neighbour:
    """Another page of the week: its title and when it goes live."""

    title: str
    moment: datetime

    @property
    def when(self) -> str:
        """Its day and time: “Tue 09:00”."""
        return date_format(by_the_clock(self.moment), "D H:i")


@dataclass(frozen=True)
class Week:
    """The other pages of a week; those without a title here are only counted."""

    neighbours: list[Neighbour]
    others: int


def week_of(day: date, user: User, page: Page | None = None) -> Week:
    """What goes live from Monday to Sunday besides ``page``, the earliest first."""
    monday = datetime.combine(day - timedelta(days=day.weekday()), time(), site_zone())
    planned = Revision.page_revisions.filter(
        approved_go_live_at__gte=monday, approved_go_live_at__lt=monday + timedelta(days=7)
    )
    if page is not None and page.pk:
        planned = planned.exclude(object_id=str(page.pk))
    found = list(planned.order_by("approved_go_live_at").values_list("object_id", "object_str", "approved_go_live_at"))
    allowed = editable(user, [int(pk) for pk, _, _ in found])
    neighbours = [Neighbour(title, moment) for pk, title, moment in found if int(pk) in allowed]
    return Week(neighbours, len(found) - len(neighbours))
