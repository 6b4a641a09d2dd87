"""What somebody wants done at once: in a process of its own, for which the answer waits a while and not for ever.

An item may hang, deaf to everything. In a thread of the web server nothing could cut it off, and on SQLite nobody else
could write.
"""

import threading
from dataclasses import dataclass

from django.conf import settings
from django.core.management import call_command
from wagtail.models import Page

from editorial.scheduling.catch_up import start_run
from editorial.scheduling.due import DueItem
from editorial.scheduling.models import Attempt, Bundle, Kind
from users.models import User

#: Nobody waits longer for an answer; what is not through by then is through, or cut off, without them.
PATIENCE_SECONDS = 10


@dataclass(frozen=True)
class Trial:
    """What came of an item: it is through, or there is a reason why not, or neither yet."""

    is_through: bool
    reason: str


def try_at_once(item: DueItem, user: User) -> Trial:
    """Try an item instead of waiting for its next turn; the history names who asked for that."""
    run_at_once("--only", item.kind, str(item.target_id), "--by", str(user.pk))
    tried = Attempt.objects.filter(kind=item.kind, target_id=item.target_id, is_running=False, count__gt=item.tries)
    return Trial(is_through(item), tried.values_list("error", flat=True).first() or "")


def run_at_once(*arguments: str) -> None:
    """Carry out what is due, or one item of it."""
    if not settings.SCHEDULE_RUNS_APART:
        call_command("publish_scheduled", *arguments)
        return
    run = threading.Thread(target=start_run, args=arguments, daemon=True)
    run.start()
    run.join(PATIENCE_SECONDS)


def is_through(item: DueItem) -> bool:
    """Whether an item is done, by this run or by anybody else."""
    match item.kind:
        case Kind.GO_LIVE:
            live = Page.objects.filter(live=True, live_revision=item.target_id)
            return live.filter(live_revision__approved_go_live_at=None).exists()
        case Kind.EXPIRE:
            return Page.objects.filter(pk=item.target_id, live=False).exists()
        case Kind.BUNDLE:
            return Bundle.objects.filter(pk=item.target_id, live_at__isnull=False).exists()
        case _:
            return Bundle.objects.filter(pk=item.target_id, ended_at__isnull=False).exists()
