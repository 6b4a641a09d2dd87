"""What was agreed on about a page, where its writer meets it: on the dashboard, and on top of its form."""

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.query import PageQuerySet

from core.site_time import by_the_clock, in_words
from editorial.scheduling.calendar.entries import prepared
from editorial.scheduling.models import PlannedPage
from people.profiles import name_of
from users.models import User

#: More than this is a pile for the calendar, not for a first glance.
SHOWN = 10


class AssignedPanel(Component):
    """The pages somebody is to write, the one whose text is due first on top."""

    name = "assigned"
    template_name = "editorial/scheduling/plans/assigned.html"
    order = 122

    def get_context_data(self, parent_context):
        pages = list(assigned_to(parent_context["request"].user))
        today = by_the_clock(timezone.now()).date()
        for page in pages:
            page.is_late = bool(page.text_due and page.text_due < today)
            page.planned = in_words(page.plan_moment) if page.plan_moment else ""
        return super().get_context_data(parent_context) | {"pages": pages}


class Agreement(Component):
    """The brief of a page, who writes it, and until when."""

    template_name = "editorial/scheduling/plans/agreement.html"

    def __init__(self, plan: PlannedPage) -> None:
        self.plan = plan

    def get_context_data(self, parent_context):
        return {"plan": self.plan, "writer": name_of(self.plan.assignee) if self.plan.assignee else ""}


def assigned_to(user: User) -> PageQuerySet:
    """The pages a user is to write and that are not live yet; those whose text is due come first."""
    assigned = PlannedPage.objects.filter(assignee=user).values("page")
    pages = prepared(Page.objects.filter(pk__in=assigned, live=False), user)
    return pages.specific(defer=True).order_by("text_due", "plan_moment", "pk")[:SHOWN]


def tell_agreement(page: Page, request: HttpRequest) -> Agreement | None:
    """What was agreed on about a page; nothing where nothing was."""
    plan = PlannedPage.objects.select_related("assignee").filter(page=page.pk).first() if page.pk else None
    return Agreement(plan) if plan and (plan.brief or plan.assignee or plan.text_due) else None


def add_assigned(request: HttpRequest, panels: list[Component]) -> None:
    """Put what somebody is to write among the panels of the dashboard."""
    panels.append(AssignedPanel())
