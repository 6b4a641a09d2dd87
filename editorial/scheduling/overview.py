"""What the schedule holds for today: what went wrong first, then what is to come."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from wagtail.models import Page
from wagtail.permissions import policy_registry

from core.status import FAILED, HELD, OVERDUE, OVERDUE_AFTER, Status
from editorial.scheduling.due import DueItem, due
from editorial.scheduling.models import Attempt, Kind
from editorial.scheduling.targets import page_ids
from users.models import User


@dataclass(frozen=True)
class Entry:
    """A page with something due today; ``attempt`` is there when it was tried and did not get through."""

    page: Page
    kind: Kind
    target_id: int
    moment: datetime
    attempt: Attempt | None
    is_overdue: bool
    is_held: bool

    @property
    def failure(self) -> str:
        """Why it did not get through, in words; empty when nothing has gone wrong yet, or nobody tries."""
        if self.attempt is None or self.is_held or (self.attempt.is_running and not self.is_cut_off):
            return ""
        return self.attempt.error or "It took its process down with it."

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
        """Whether the process that tried it is gone without a word."""
        return bool(self.attempt and self.attempt.is_running and self.attempt.next_try_at <= timezone.now())


def today(user: User, now: datetime) -> list[Entry]:
    """Everything due until midnight of the site's day, and all that should have happened, failures first."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    items = due(midnight)
    ids = page_ids(items)
    pages = Page.objects.filter(pk__in=editable(user, ids.values())).specific(defer=True).in_bulk()
    attempts = {(one.kind, one.target_id): one for one in Attempt.objects.all()}
    entries = [
        entry_of(item, page, attempts.get((item.kind, item.target_id)), now)
        for item in items
        if (page := pages.get(ids.get((item.kind, item.target_id))))
    ]
    return sorted(entries, key=lambda entry: (not entry.failure, entry.moment))


def entry_of(item: DueItem, page: Page, attempt: Attempt | None, now: datetime) -> Entry:
    """One row of the overview."""
    is_overdue = attempt is None and item.moment <= now - OVERDUE_AFTER
    return Entry(page, item.kind, item.target_id, item.moment, attempt, is_overdue, item.is_held)


def editable(user: User, ids) -> set[int]:
    """Which of these pages a user may edit: nobody learns of another's embargo here."""
    allowed = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    return set(allowed.filter(pk__in=list(ids)).values_list("pk", flat=True))
