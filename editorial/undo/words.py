"""What is said once a step was taken back: how the page stands, and what goes live by itself from here."""

from datetime import datetime

from wagtail.models import Page

from core.site_time import with_zone
from core.status import planned_for
from editorial.undo.steps import Kind, Step

DONE: dict[Kind | None, str] = {
    Kind.PUBLISH: "“{title}” is offline again. Your text is a draft.",
    Kind.CHANGES: "Readers see “{title}” as before. Your changes are a draft.",
    Kind.UNPUBLISH: "“{title}” is live again, as it was.",
}
UNSCHEDULED = "“{title}” goes live by itself no more. Its date stays in the draft."
CHANGES_UNSCHEDULED = "The changes to “{title}” go live by themselves no more. Their date stays in the draft."
SCHEDULED_AS_BEFORE = "“{title}” is scheduled as before: the earlier version goes live {when}. The later is a draft."
PLANNED = "The version that was scheduled before goes live {when}."
PASSED = (
    "What was scheduled for {when} is not scheduled again, as that time has passed: choose another time, or publish."
)


def words_after(step: Step, passed: list[datetime]) -> str:
    """What to say of a step that was taken back; ``passed`` are the moments that nothing is planned for again."""
    page = Page.objects.get(pk=step.page_id)
    moment = planned_for(page)
    when = with_zone(moment) if moment else ""
    words = stands(step.kind, page.live, bool(moment)).format(title=page.get_admin_display_title(), when=when)
    return " ".join([words, *(PASSED.format(when=with_zone(one)) for one in passed)])


def stands(kind: Kind | None, is_live: bool, is_planned: bool) -> str:
    """How a page stands now that a step was taken back; what goes live by itself is told by what is planned."""
    if kind is not Kind.SCHEDULE:
        return f"{DONE[kind]} {PLANNED}" if is_planned else DONE[kind]
    if is_planned:
        return SCHEDULED_AS_BEFORE
    return CHANGES_UNSCHEDULED if is_live else UNSCHEDULED
