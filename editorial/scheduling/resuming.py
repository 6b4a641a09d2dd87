"""Resuming after a hold: whoever resumes says of each page that missed its moment when it goes live."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, repeat

from django.db import transaction
from django.urls import reverse
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from core.site_time import with_zone
from editorial.scheduling.bundles.membership import members_of, planned_versions
from editorial.scheduling.due import DueItem, held
from editorial.scheduling.hold import PATIENCE_SECONDS, end_open
from editorial.scheduling.models import Bundle, Hold, Kind
from editorial.scheduling.moving import NotScheduledError, move
from editorial.scheduling.slots import free_slots
from editorial.scheduling.targets import bundles_among, page_lists
from editorial.scheduling.time_limit import limit_transaction
from users.models import User


@dataclass(frozen=True)
class MissedMoment:
    """A planned revision whose moment passed while all was held, and the slot it is offered, if one is free; its page
    may be gone.

    A bundle is asked about once: the revision is one of several, and moving it moves them all.
    """

    revision: Revision
    page: Page | None
    slot: datetime | None
    bundle: Bundle | None = None

    @property
    def title(self) -> str:
        """What the page, or the bundle, is called by those who work on it."""
        if self.bundle:
            return self.bundle.name
        return self.page.get_admin_display_title() if self.page else self.revision.object_str

    @property
    def when(self) -> str:
        """The moment it missed, by the site's clock."""
        return with_zone(self.revision.approved_go_live_at)

    @property
    def address(self) -> str:
        """Where it is worked on."""
        if self.bundle:
            return reverse("bundle", args=[self.bundle.pk])
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])


def missed(now: datetime) -> list[MissedMoment]:
    """Everything that waits for a decision, in the order it was planned, each with a slot of its own."""
    items = held(now)
    revisions, lists, bundles = revisions_of(items), page_lists(items), bundles_among(items)
    pages = Page.objects.in_bulk(chain(*lists.values()))
    keys = [(item.kind, item.target_id) for item in items if (item.kind, item.target_id) in revisions]
    return [
        MissedMoment(
            revisions[key],
            pages.get(int(revisions[key].object_id)) if key in lists else None,
            slot,
            bundles.get(key[1]) if key[0] == Kind.BUNDLE else None,
        )
        for key, slot in zip(keys, chain(free_slots(now), repeat(None)), strict=False)
    ]


def revisions_of(items: Iterable[DueItem]) -> dict[tuple[str, int], Revision]:
    """The revision of each item that goes live; of a bundle one of those that are planned, if any is."""
    single = [item.target_id for item in items if item.kind == Kind.GO_LIVE]
    revisions = {(Kind.GO_LIVE, pk): one for pk, one in Revision.objects.defer("content").in_bulk(single).items()}
    for bundle in bundles_among(items).values():
        if versions := planned_versions(members_of(bundle)):
            revisions[Kind.BUNDLE, bundle.pk] = next(iter(versions.values()))
    return revisions


def resume(chosen: dict[Revision, datetime], user: User) -> bool:
    """Move each revision to the moment chosen for it and end the hold, all or nothing; whether there was one to end.

    What somebody unscheduled or published meanwhile is left alone. Raises OperationalError when the database is busy.
    """
    with transaction.atomic():
        limit_transaction(lock_timeout=PATIENCE_SECONDS)
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
