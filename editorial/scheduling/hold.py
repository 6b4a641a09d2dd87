"""Holding everything: while a hold is open, what it covers does not go live by the schedule."""

from datetime import datetime

from django.db import OperationalError, transaction
from django.utils.timezone import now
from wagtail.log_actions import log
from wagtail.models import Revision

from editorial.scheduling.models import Hold
from editorial.scheduling.time_limit import limit_transaction
from users.models import User

PERMISSION = "editorial_scheduling.add_hold"
#: Whoever holds everything waits no longer for an item that hangs; on SQLite for anybody who writes.
PATIENCE_SECONDS = 20


class StillRunningError(Exception):
    """Everything is held, and an item that was begun before may still go live."""

    def __init__(self, hold: Hold) -> None:
        self.hold = hold
        super().__init__(str(hold))


def open_hold() -> Hold | None:
    """The hold nobody has ended yet; of two placed at the same moment, the longer one."""
    return Hold.objects.filter(ended_at=None).select_related("placed_by").order_by("-until").first()


def in_force(moment: datetime) -> Hold | None:
    """The hold whose time is not over."""
    hold = open_hold()
    return hold if hold and moment < hold.until else None


def may_hold(user: User) -> bool:
    """Whether a user may hold everything, and resume."""
    return user.has_perm(PERMISSION)


def place(reason: str, until: datetime, user: User) -> Hold:
    """Hold everything, in place of an earlier hold; when this returns, nothing that is covered goes live any more.

    Raises StillRunningError when all is held and something that was begun before has come to no end yet, and
    OperationalError when nothing is held, as the database is busy.
    """
    with transaction.atomic():
        limit_transaction(lock_timeout=PATIENCE_SECONDS)
        end_open()
        hold = Hold.objects.create(reason=reason, until=until, placed_at=now(), placed_by=user)
        log(instance=hold, action="scheduling.hold", user=user)
    wait_for_running(hold)
    return hold


def end_open() -> None:
    """End whatever is open."""
    Hold.objects.filter(ended_at=None).update(ended_at=now())


def wait_for_running(hold: Hold) -> None:
    """Wait for the items that were begun before the hold was there to see: each has its revision locked."""
    try:
        with transaction.atomic():
            limit_transaction(lock_timeout=PATIENCE_SECONDS)
            covered = Revision.objects.filter(approved_go_live_at__lt=hold.until).order_by("pk")
            list(covered.select_for_update(no_key=True).values_list("pk", flat=True))
    except OperationalError as error:
        raise StillRunningError(hold) from error
