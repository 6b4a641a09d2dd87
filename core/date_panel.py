"""A date of the schedule with a line below its box: that nothing waits for it yet, and what makes it count.

A form that saves itself says “Saved” and no more. So a script keeps the line right from the moment a date is typed,
with the words that stand ready in it.
"""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from wagtail.admin.panels import FieldPanel

from core.at_form import AtForm, at_form
from core.button_words import button_of
from core.moments import MomentField, TypedMoment
from core.plan import End, Plan, end_of, plan_of, to_the_minute
from core.site_time import with_zone

#: Where the words have what the publish button says.
BUTTON = "{button}"
TOO_EARLY = "This time has passed: choose a later one, or none."


@dataclass(frozen=True)
class LooseDate:
    """What the line says of each date that may be typed, and of the one in the form as it opens."""

    wanted: datetime | None
    #: The date that counts.
    kept: datetime | None
    loose: str
    emptied: str
    passed: str
    #: What the publish button says as the form opens.
    button: str

    @property
    def now(self) -> str:
        """What the line says as the form opens; empty when the date counts."""
        counts = to_the_minute(self.wanted) == to_the_minute(self.kept)
        return "" if counts else self.words.replace(BUTTON, self.button)

    @property
    def words(self) -> str:
        """What is to be said of a date that does not count."""
        if self.wanted is None:
            return self.emptied
        return self.loose if self.wanted > timezone.now() else self.passed

    @property
    def kept_text(self) -> TypedMoment | str:
        """The date that counts as the box shows it."""
        return MomentField().shown(self.kept) if self.kept else ""

    @property
    def zone(self) -> str:
        """The zone of the site's clock, as browsers know it."""
        return settings.TIME_ZONE


class DatePanel(FieldPanel):
    """The box for one of the two dates."""

    class BoundPanel(FieldPanel.BoundPanel):
        """The box of one form, with its line."""

        template_name = "core/panels/date.html"

        def get_context_data(self, parent_context=None):
            loose_date = LINES[self.field_name]
            return super().get_context_data(parent_context) | {"date": loose_date(at_form(self))}


def loose_start(person: AtForm) -> LooseDate:
    """The line below when a page goes live."""
    page, plan = person.page, plan_of(person.page)
    keeps = f" The scheduled version keeps {with_zone(plan.scheduled)}." if plan.scheduled and not plan.is_due else ""
    return LooseDate(
        page.go_live_at,
        plan.scheduled,
        loose=f"Not scheduled yet: {person.to_schedule(BUTTON)}.{keeps}",
        emptied=keeps.strip(),
        passed=f"This time has passed: nothing goes live by it.{keeps}",
        button=button_of(page),
    )


def loose_end(person: AtForm) -> LooseDate | None:
    """The line below when a page goes offline; none while readers neither see it nor will by its schedule."""
    end, plan = end_of(person.page), plan_of(person.page)
    if not end.is_kept:
        return None
    to_count, keeps = person.to_count(BUTTON), as_things_stand(end, plan)
    return LooseDate(
        end.wanted,
        end.kept,
        loose=f"Not scheduled yet: {to_count}. {keeps}",
        emptied=f"Not taken away yet: {to_count}. {keeps}",
        passed=TOO_EARLY,
        button=button_of(person.page),
    )


def draft_end(end: End) -> str:
    """What a draft says of its end that does not count yet."""
    if end.wanted is None:
        return "The draft names no end any more, which does not count yet"
    return f"The draft names {'another' if end.kept else 'an'} end, {with_zone(end.wanted)}, which is not scheduled yet"


def as_things_stand(end: End, plan: Plan) -> str:
    """When a page goes offline unless somebody acts."""
    who = "The scheduled version" if plan.scheduled else "As things stand it"
    return f"{who} goes offline {with_zone(end.kept)}." if end.kept else f"{who} stays online."


LINES = {"go_live_at": loose_start, "expire_at": loose_end}
