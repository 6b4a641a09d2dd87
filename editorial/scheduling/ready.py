"""Approved pages without a time to go live, for those who may give them one."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page, Revision

from core.approval import approved, approved_for
from core.plan import named_time, plan_of, time_in
from core.site_time import with_zone
from editorial.scheduling.overview import editable
from editorial.scheduling.slots import next_free_slot

#: More than this is a pile for the listings, not for a first glance.
SHOWN = 10


@dataclass(frozen=True)
class Ready:
    """An approved page, the time its text names, and the slot it is offered, if one is free."""

    page: Page
    may_edit: bool
    named: datetime | None
    slot: datetime | None
    #: Whether whoever looks may give it a time; its author may name one.
    may_publish: bool = True

    @property
    def is_missed(self) -> bool:
        """Whether the time it was written for has passed."""
        return self.named is not None and self.named <= timezone.now()

    @property
    def offered(self) -> datetime | None:
        """The time one button schedules it for: its own while it is to come, else the next free slot."""
        return self.slot if self.named is None or self.is_missed else self.named

    @property
    def why(self) -> str:
        """Why it waits, in words."""
        what = "Changes approved" if self.page.live else "Approved"
        if self.is_missed:
            return f"{what}, but its time has passed: {with_zone(self.named)}."
        if self.named:
            return f"{what}, with a time that nobody has confirmed: {with_zone(self.named)}."
        return f"{what}, without a time."

    @property
    def offer(self) -> str:
        """What the button for a time says."""
        return f"Schedule for {with_zone(self.offered)}" if self.offered else ""

    @property
    def at_once(self) -> str:
        """What the button for publishing at once says."""
        return "Publish changes now" if self.page.live else "Publish now"


def ready_for(user: AbstractUser) -> list[Ready]:
    """The approved pages a user may publish and nothing is scheduled for, the one approved first on top."""
    waits = Revision.page_revisions.filter(pk=OuterRef("latest_revision"), approved_go_live_at__isnull=False)
    pages = approved_for(user).filter(~Exists(waits)).order_by("latest_revision_created_at")
    found = list(pages.annotate(named=named_time()).specific(defer=True)[:SHOWN])
    if not found:
        return []
    mine, slot = editable(user, [page.pk for page in found]), next_free_slot(timezone.now())
    return [Ready(page, page.pk in mine, time_in(page.named, page), slot) for page in found]


def missed_by(user: AbstractUser) -> list[Ready]:
    """The pages of an author that were approved after their time, and that others have to publish."""
    waits = Revision.page_revisions.filter(pk=OuterRef("latest_revision"), approved_go_live_at__isnull=False)
    own = Page.objects.filter(approved(), Q(owner=user) | Q(owner=None, latest_revision__user=user), ~Exists(waits))
    own = own.exclude(pk__in=approved_for(user).order_by().values("pk")).order_by("latest_revision_created_at")
    found = [
        Ready(page, True, time_in(page.named, page), None, may_publish=False)
        for page in own.annotate(named=named_time()).specific(defer=True)
    ]
    missed = [one for one in found if one.is_missed][:SHOWN]
    mine = editable(user, [one.page.pk for one in missed]) if missed else set()
    return [one for one in missed if one.page.pk in mine]


class ReadyPanel(Component):
    """Approved pages on the dashboard of whoever may publish them, and of authors whose time has passed."""

    name = "ready"
    template_name = "editorial/scheduling/ready.html"
    order = 121

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        return super().get_context_data(parent_context) | {
            "ready": [*ready_for(user), *missed_by(user)],
            "csrf_token": parent_context["csrf_token"],
        }


def put_beside_waiting(request: HttpRequest, panels: list[Component]) -> None:
    """Put the approved pages right after those that wait for an approval."""
    panels.append(ReadyPanel())


def offer_times(page: Page, request: HttpRequest) -> str:
    """The two buttons in the message about a page that was just approved, for whoever may publish it."""
    if not page.permissions_for_user(request.user).can_publish():
        return ""
    plan, slot = plan_of(page.get_latest_revision_as_object()), next_free_slot(timezone.now(), page)
    context = {"one": Ready(page, True, plan.wanted or plan.missed, slot), "is_message": True}
    return render_to_string("editorial/scheduling/ready_buttons.html", context, request)
