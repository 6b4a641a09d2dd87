"""What the schedule holds for today: what went wrong first, then what is to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Page
from wagtail.permissions import policy_registry

from core.site_time import by_the_clock
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
class Standing:
    """How an item stands, whatever it is; ``attempt`` is there when it was tried and did not get through."""

    item: DueItem
    attempt: Attempt | None
    is_overdue: bool

    @property
    def moment(self) -> datetime:
        """When it is, or was, due."""
        return self.item.moment

    @property
    def failure(self) -> str:
        """Why it did not get through, in words; empty when nothing has gone wrong yet, or nobody tries."""
        if self.attempt is None or self.item.is_held:
            return ""
        return self.attempt.error or (CUT_OFF if self.is_cut_off else "")

    @property
    def flag(self) -> Status | None:
        """What asks for somebody, in the word and icon of all screens."""
        if self.item.is_held:
            return HELD
        if self.failure:
            return FAILED
        return OVERDUE if self.is_overdue else None

    @property
    def is_cut_off(self) -> bool:
        """Whether the process that tried it is gone, and nobody has been at work since to say so."""
        return bool(self.attempt and self.attempt.is_running and self.attempt.next_try_at <= timezone.now())


@dataclass(frozen=True)
class Entry(Standing):
    """An item with its page, for those who may know of it."""

    #: None when it has been deleted.
    page: Page | None
    #: All of it goes live, or ends, as one; its page is then the first of several.
    bundle: Bundle | None = None

    @cached_property
    def title(self) -> str:
        """What the item is called by those who work on it."""
        return self.bundle.name if self.bundle else title_of(self.item, [self.page] if self.page else [])

    @property
    def address(self) -> str:
        """Where it is worked on, or at least said what became of it."""
        if self.bundle:
            return reverse("bundle", args=[self.bundle.pk])
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk]) if self.page else reverse("wagtailadmin_home")

    @property
    def what(self) -> str:
        """What happens at its moment."""
        return WHAT[self.item.kind]


def standings(now: datetime) -> list[Standing]:
    """Everything due until midnight of the site's day, and all that should have happened, the earliest first."""
    midnight = by_the_clock(now).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    items = sorted((item for item in due(midnight) if item.moment < midnight), key=lambda item: item.moment)
    return standings_of(items, now)


def standings_of(items: list[DueItem], now: datetime) -> list[Standing]:
    """How some items stand."""
    attempts = {(one.kind, one.target_id): one for one in Attempt.objects.all()}
    return [standing_of(item, attempts.get((item.kind, item.target_id)), now) for item in items]


def standing_of(item: DueItem, attempt: Attempt | None, now: datetime) -> Standing:
    """How one item stands; tries of what has been moved ahead since were for its old moment."""
    attempt = attempt if item.moment <= now else None
    return Standing(item, attempt, is_overdue=attempt is None and item.moment <= now - OVERDUE_AFTER)


def oldest_overdue(found: Iterable[Standing]) -> datetime | None:
    """Since when the one has been due that waits longest for somebody; what is held waits on purpose."""
    return min((one.moment for one in found if one.flag in (FAILED, OVERDUE)), default=None)


def today(user: User, now: datetime) -> list[Entry]:
    """How all that a user may know of stands today, failures first."""
    found = standings(now)
    items = [one.item for one in found]
    lists = page_lists(items)
    pages = Page.objects.filter(pk__in=editable(user, chain(*lists.values()))).specific(defer=True).in_bulk()
    bundles = bundles_among(items)
    # Whoever may not edit one of its pages is told nothing of a bundle.
    firsts = {
        item: pages[own[0]]
        for item in items
        if (own := lists.get((item.kind, item.target_id))) and pages.keys() >= set(own)
    }
    firsts |= dict.fromkeys(gone(user, [item for item in items if item not in firsts]))
    entries = [entry_of(one, firsts[one.item], bundles.get(one.item.target_id)) for one in found if one.item in firsts]
    return sorted(entries, key=lambda entry: not entry.failure)


def gone(user: User, items: list[DueItem]) -> list[DueItem]:
    """Those of some items whose pages have been deleted, for whoever may hold everything or has planned them."""
    left = without_pages(items) if items else []
    return left if may_hold(user) else [item for item in left if user.pk in authors_of(item)]


def due_of(page: Page, now: datetime) -> list[Entry]:
    """What should have happened to one page by now, alone or together with others."""
    items = due(now)
    lists = page_lists(items)
    own = [item for item in items if page.pk in lists.get((item.kind, item.target_id), ())]
    if not own:
        return []
    bundles = bundles_among(own)
    return [entry_of(one, page, bundles.get(one.item.target_id)) for one in standings_of(own, now)]


def entry_of(standing: Standing, page: Page | None, bundle: Bundle | None) -> Entry:
    """One row of the overview."""
    together = bundle if standing.item.kind in TOGETHER else None
    return Entry(standing.item, standing.attempt, standing.is_overdue, page, together)


def editable(user: User, ids) -> set[int]:
    """Which of these pages a user may edit: nobody learns of another's embargo here."""
    allowed = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    return set(allowed.filter(pk__in=list(ids)).values_list("pk", flat=True))
