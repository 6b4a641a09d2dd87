"""Resuming after a hold: whoever resumes says of each page that missed its moment when it goes live."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, repeat

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from editorial.scheduling.due import held
from editorial.scheduling.hold import end_open
from editorial.scheduling.models import Hold
from editorial.scheduling.moving import NotScheduledError, move
from editorial.scheduling.slots import free_slots
from editorial.scheduling.targets import page_ids
from users.models import User


@dataclass(frozen=True)
class MissedMoment:
    """A planned revision whose moment passed while all was held, and the slot it is offered, if one is free; its page
    may be gone.
    """

    revision: Revision
    page: Page | None
    slot: datetime | None

    @property
    def title(self) -> str:
        """What the page is called by those who work on it."""
        return self.page.get_admin_display_title() if self.page else self.revision.object_str


def missed(now: datetime) -> list[MissedMoment]:
    """Everything that waits for a decision, in the order it was planned, each with a slot of its own."""
    items = held(now)
    revisions = Revision.objects.defer("content").in_bulk([item.target_id for item in items])
    ids = page_ids(items)
    pages = Page.objects.in_bulk(ids.values())
    places = zip(items, chain(free_slots(now), repeat(None)), strict=False)
    return [
        MissedMoment(revisions[item.target_id], pages.get(ids.get((item.kind, item.target_id))), slot)
        for item, slot in places
    ]


def resume(chosen: dict[Revision, datetime], user: User) -> bool:
    """Move each revision to the moment chosen for it and end the hold, all or nothing; whether there was one to end.

    What somebody unscheduled or published meanwhile is left alone.
    """
    with transaction.atomic():
        hold = Hold.objects.select_for_update().filter(ended_at=None).first()
        if hold is None:
            return False
        for revision, moment in chosen.items():
            with suppress(NotScheduledError):
                move(revision, moment, user)
        end_open()
        log(instance=hold, action="scheduling.resume", user=user)
    return True


def went_live(revisions: Iterable[Revision]) -> set[int]:
    """Which of these revisions wait for nothing any more, by key."""
    keys = [revision.pk for revision in revisions]
    return set(Revision.objects.filter(pk__in=keys, approved_go_live_at=None).values_list("pk", flat=True))
