"""What the schedule adds to the note on top of a page form: what did not happen when it was due, and a hold."""

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page, PagePermissionTester

from core.button_words import button_of
from core.plan import plan_of
from core.site_time import with_zone
from core.status import FAILED, HELD, OVERDUE
from editorial.scheduling.kept_back import kept_back
from editorial.scheduling.overview import Entry, due_of
from users.models import User

HELP_STATUS = {FAILED: "critical", HELD: "warning", OVERDUE: "warning", None: "info"}


class DueNote(Component):
    """What was due of a page and has not happened: why, when it is tried again, and what somebody can do."""

    template_name = "editorial/scheduling/due_note.html"

    def __init__(self, page: Page, entries: list[Entry], user: User) -> None:
        self.page = page
        self.entries = entries
        self.user = user

    def get_context_data(self, parent_context):
        return {
            "page": self.page,
            "rows": [(one, HELP_STATUS[one.flag], with_zone(one.moment)) for one in self.entries],
            "plan": plan_of(self.page),
            "button": button_of(self.page),
            "may_unschedule": self.page.permissions_for_user(self.user).can_publish(),
            # Text that is corrected is not what was approved.
            "may_publish": PagePermissionTester(self.user, self.page).can_publish(),
            "is_in_review": bool(self.page.workflow_in_progress),
        }


class HoldNote(Component):
    """That a page which is planned is kept back by a hold."""

    template_name = "editorial/scheduling/hold_note.html"

    def __init__(self, words: str) -> None:
        self.words = words

    def get_context_data(self, parent_context):
        return {"words": self.words}


def tell_what_is_due(page: Page, request: HttpRequest) -> DueNote | None:
    """What was due of a page by now; nothing when nothing is left of it."""
    entries = due_of(page, timezone.now()) if page.pk else []
    return DueNote(page, entries, request.user) if entries else None


def tell_hold(page: Page, request: HttpRequest) -> HoldNote | None:
    """That everything is held when a page is to go live; nothing else, and nothing once that moment has come."""
    plan = plan_of(page)
    words = "" if plan.is_due else kept_back(plan.scheduled or plan.wanted)
    return HoldNote(words) if words else None
