"""What should be true of one page at the desk, from the editors' actions alone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple


class Plan(NamedTuple):
    """A version that waits: its words, when it goes live, its key, and when it goes offline again."""

    words: str
    moment: datetime
    key: int
    ends: datetime | None = None

    @property
    def is_closed(self) -> bool:
        """Whether it would go offline before it is live."""
        return self.ends is not None and self.ends <= self.moment


@dataclass
class Truth:
    """Where a page stands, what readers see of it and until when, and what is planned."""

    parent: int
    live: str | None = None
    ends: datetime | None = None
    plan: Plan | None = None
    #: How often the schedule has put it live, and taken it offline.
    times_live: int = 0
    times_over: int = 0

    def is_missed(self, now: datetime, held_until: datetime | None) -> bool:
        """Whether the moment of its plan has passed while all was held."""
        return bool(self.plan and held_until and self.plan.moment < held_until and self.plan.moment <= now)

    def goes_live(self, now: datetime, held_until: datetime | None) -> None:
        """What the runner should make of its plan; what is over by then is never shown."""
        plan = self.plan
        if plan is None or plan.moment > now or self.is_missed(now, held_until):
            return
        if plan.ends is None or plan.ends > now:
            self.live, self.ends, self.plan = plan.words, plan.ends, None
            self.times_live += 1

    def goes_offline(self, now: datetime) -> None:
        """What the runner should make of its end: what is planned stays planned."""
        if self.ends and self.ends <= now:
            self.live = self.ends = None
            self.times_over += 1

    def time_passes(self, now: datetime, held_until: datetime | None) -> None:
        """What a run should make of all that is due, in the order of its moments."""
        if self.plan and self.ends and self.plan.moment < self.ends:
            self.goes_live(now, held_until)
            self.goes_offline(now)
        else:
            self.goes_offline(now)
            self.goes_live(now, held_until)


def after(moment: datetime, minutes: int | None) -> datetime | None:
    """So many minutes later; never, without a number."""
    return None if minutes is None else moment + timedelta(minutes=minutes)


def is_refused(act: Callable[[], object], error: type[Exception]) -> bool:
    """Whether something that somebody does is not taken on."""
    try:
        act()
    except error:
        return True
    return False
