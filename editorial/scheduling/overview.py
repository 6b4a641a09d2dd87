"""What the schedule holds for today: what went wrong first, then what is to come."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Page
from wagtail.permissions import policy_registry

from core.status import FAILED, HELD, OVERDUE, OVERDUE_AFTER, Status
from editorial.scheduling.due import DueItem, due
from editorial.scheduling.hold import may_hold
from editorial.scheduling.models import Attempt, Bundle, Kind
from editorial.scheduling.reasons import CUT_OFF
from editorial.scheduling.targets import TOGETHER, authors_of, bundles_among, page_lists, title_of, without_pages
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

    #: None when it has been deleted.
    page: Page | None
    kind: Kind
    target_id: int
    moment: datetime
    attempt: Attempt | None
    is_overdue: bool
    is_held: bool
    #: All of it goes live, or ends, as one; its page is then the first of several.
    bundle: Bundle | None = None

    @cached_property
    def title(self) -> str:
        """What the item is called by those who work on it."""
        return self.bundle.name if self.bundle else title_of(self, [self.page] if self.page else [])

    @property
    def address(self) -> str:
        """Where it is worked on, or at least said what became of it."""
        if self.bundle:
            return reverse("bundle", args=[self.bundle.pk])
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk]) if self.page else reverse("wagtailadmin_home")

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
    # Whoever may not edit one of its pages is told nothing of a bundle.
    known = [item for item in items if (own := lists.get((item.kind, item.target_id))) and pages.keys() >= set(own)]
    firsts = [(item, pages[lists[item.kind, item.target_id][0]]) for item in known]
    firsts += [(item, None) for item in gone(user, [item for item in items if item not in known])]
    attempts = {(one.kind, one.target_id): one for one in Attempt.objects.all()}
    bundles = bundles_among(items)
    entries = [
        entry_of(item, page, attempts.get((item.kind, item.target_id)), now, bundles.get(item.target_id))
        for item, page in firsts
    ]
    return sorted(entries, key=lambda entry: (not entry.failure, entry.moment))


def gone(user: User, items: list[DueItem]) -> list[DueItem]:
    """Those of some items whose pages have been deleted, for whoever may hold everything or has planned them."""
    left = without_pages(items) if items else []
    return left if may_hold(user) else [item for item in left if user.pk in authors_of(item)]


def entry_of(item: DueItem, page: Page | None, attempt: Attempt | None, now: datetime, bundle: Bundle | None) -> Entry:
    """One row of the overview."""
    is_overdue = attempt is None and item.moment <= now - OVERDUE_AFTER
    together = bundle if item.kind in TOGETHER else None
    return Entry(page, item.kind, item.target_id, item.moment, attempt, is_overdue, item.is_held, together)


def editable(user: User, ids) -> set[int]:
    """Which of these pages a user may edit: nobody learns of another's embargo here."""
    allowed = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    return set(allowed.filter(pk__in=list(ids)).values_list("pk", flat=True))
