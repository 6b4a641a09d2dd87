"""What the schedule holds for today: what went wrong first, then what is to come."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.permissions import policy_registry

from core.status import FAILED, HELD, OVERDUE, OVERDUE_AFTER, Status
from editorial.scheduling.due import DueItem, due
from editorial.scheduling.models import Attempt, Bundle, Kind
from editorial.scheduling.reasons import CUT_OFF
from editorial.scheduling.targets import TOGETHER, bundles_among, page_lists
from users.models import User

WHAT = {
    Kind.GO_LIVE: "Goes live",
    Kind.EXPIRE: "Goes offline",
    Kind.BUNDLE: "Go live together",
    Kind.BUNDLE_END: "End together",
}


@dataclass(frozen=True)
class Entry:
    """A page, or a bundle, with something due today; ``attempt`` is there when it was tried and did not get through."""

    page: Page
    kind: Kind
    target_id: int
    moment: datetime
    attempt: Attempt | None
    is_overdue: bool
    is_held: bool
    #: All of it goes live, or ends, as one; its page is then the first of several.
    bundle: Bundle | None = None

    @property
    def title(self) -> str:
        """What the item is called by those who work on it."""
        return self.bundle.name if self.bundle else self.page.get_admin_display_title()

    @property
    def address(self) -> str:
        """Where it is worked on."""
        if self.bundle:
            return reverse("bundle", args=[self.bundle.pk])
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    @property
    def what(self) -> str:
        """What happens at its moment."""
        return WHAT[self.kind]

    @property
    def failure(self) -> str:
        """Why it did not get through, in words; empty when nothing has gone wrong yet, or nobody tries."""
        if self.attempt is None or self.is_held:
            return ""
        return self.attempt.error or (CUT_OFF if self.is_cut_off else "")

    @property
    def flag(self) -> Status | None:
        """What asks for somebody, in the word and icon of all screens."""
        if self.is_held:
            return HELD
        if self.failure:
            return FAILED
        return OVERDUE if self.is_overdue else None

    @property
    def is_cut_off(self) -> bool:
        """Whether the process that tried it is gone, and nobody has been at work since to say so."""
        return bool(self.attempt and self.attempt.is_running and self.attempt.next_try_at <= timezone.now())


def today(user: User, now: datetime) -> list[Entry]:
    """Everything due until midnight of the site's day, and all that should have happened, failures first."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    items = due(midnight)
    lists = page_lists(items)
    pages = Page.objects.filter(pk__in=editable(user, chain(*lists.values()))).specific(defer=True).in_bulk()
    attempts = {(one.kind, one.target_id): one for one in Attempt.objects.all()}
    bundles = bundles_among(items)
    entries = [
        entry_of(item, pages[own[0]], attempts.get((item.kind, item.target_id)), now, bundles.get(item.target_id))
        for item in items
        # Whoever may not edit one of its pages is told nothing of a bundle.
        if (own := lists.get((item.kind, item.target_id))) and pages.keys() >= set(own)
    ]
    return sorted(entries, key=lambda entry: (not entry.failure, entry.moment))


def entry_of(item: DueItem, page: Page, attempt: Attempt | None, now: datetime, bundle: Bundle | None) -> Entry:
    """One row of the overview."""
    is_overdue = attempt is None and item.moment <= now - OVERDUE_AFTER
    together = bundle if item.kind in TOGETHER else None
    return Entry(page, item.kind, item.target_id, item.moment, attempt, is_overdue, item.is_held, together)


def editable(user: User, ids) -> set[int]:
    """Which of these pages a user may edit: nobody learns of another's embargo here."""
    allowed = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    return set(allowed.filter(pk__in=list(ids)).values_list("pk", flat=True))
