"""What the publish button says: always what pressing it does. Notes that name it ask here as well."""

from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Page

from core.moments import MomentField, TypedMoment
from core.plan import Plan, plan_of
from core.site_time import in_words, with_zone, zone_name

SCHEDULE, RESCHEDULE, UPDATE = "Schedule for", "Reschedule for", "Update the scheduled version"


@dataclass(frozen=True)
class ButtonWords:
    """The words of one button, and what its script needs to find the others when the date changes."""

    #: What it says while the form names no time to come.
    at_once: str
    plan: Plan

    @property
    def now(self) -> str:
        """What the button says this moment."""
        wanted, scheduled = self.plan.wanted, self.plan.scheduled
        if wanted is None:
            return self.at_once
        if wanted == scheduled:
            return f"{UPDATE} ({in_words(wanted)}, {zone_name()})"
        return f"{self.to_schedule} {with_zone(wanted)}"

    @property
    def to_schedule(self) -> str:
        """How scheduling for a time begins."""
        return RESCHEDULE if self.plan.scheduled else SCHEDULE

    @property
    def to_update(self) -> str:
        """How correcting the scheduled version begins."""
        return UPDATE

    @property
    def schedules(self) -> bool:
        """Whether pressing it puts the page in the schedule."""
        return self.plan.wanted is not None

    @property
    def scheduled(self) -> TypedMoment | str:
        """The scheduled moment as the box for it shows it."""
        return MomentField().shown(self.plan.scheduled) if self.plan.scheduled else ""

    @property
    def zone(self) -> str:
        """The zone of the site's clock, as browsers know it."""
        return settings.TIME_ZONE

    @property
    def zone_name(self) -> str:
        """How people call the site's clock."""
        return zone_name()


def at_once_words(is_live: bool) -> str:
    """What publishing at once is called: readers see a page for the first time, or a change."""
    return "Publish changes" if is_live else "Publish"


def button_of(page: Page) -> str:
    """What the button says at the form of a page."""
    return ButtonWords(at_once_words(page.live), plan_of(page)).now
