"""The end of a bundle is given another moment or taken away, before the bundle goes live and while it is.

One lock, the bundle's, for which whoever ends it waits or is waited for: the runner looks the moment up under it.
"""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log

from core.shown import row_in
from core.site_time import with_zone
from editorial.scheduling.bundles.access import may_act
from editorial.scheduling.bundles.membership import members_of, pages_of, title_of
from editorial.scheduling.bundles.planning import RefusedError, forget_tries
from editorial.scheduling.models import Bundle, BundleMember
from editorial.scheduling.preflight_rounds import order_looks
from users.models import User

GONE = "The bundle has been deleted."
NOT_YOURS = "“{bundle}” stays as it is: those who may publish all its pages say when it ends."
ENDED = "“{bundle}” has ended already, {when}."
NOT_PLANNED = "“{bundle}” has no time to go live yet, so it cannot end."
MOVED = "The end of “{bundle}” has been changed by somebody else meanwhile. Nothing was changed."
PASSED = "{when} has passed: choose a later time."
TOO_EARLY = "It goes live {when}: choose a later end."
NO_WAY_BACK = "“{bundle}” cannot end: “{title}” has no version to go back to."
TAKEN = "“{bundle}” cannot end any more: one of its pages is in another bundle by now."


def move_end(bundle_id: int, before: datetime | None, after: datetime | None, user: User) -> None:
    """Let a bundle end at another moment, or not at all; RefusedError with what speaks against it.

    ``before`` is the end that whoever moves it has seen.
    """
    with transaction.atomic():
        bundle = Bundle.objects.select_for_update(no_key=True).filter(pk=bundle_id).first()
        if bundle is None:
            raise RefusedError([GONE])
        if words := why_not_moved(bundle, before, after, user):
            raise RefusedError([words])
        if after == bundle.ends_at:
            return
        members = members_of(bundle)
        bundle.ends_at = after
        bundle.save(update_fields=["ends_at"])
        if after is None and not bundle.is_waiting:
            bundle.members.update(is_open=False)
        elif before is None and not bundle.is_waiting:
            open_again(bundle, members)
        # Its tries were for the old moment.
        forget_tries(bundle)
        data = {"bundle": bundle.name, "from": written(before), "to": written(after)}
        for page in pages_of(members):
            log(instance=page.specific_deferred, action="bundles.move_end", user=user, data=data)
            order_looks(page.pk)


def why_not_moved(bundle: Bundle, before: datetime | None, after: datetime | None, user: User) -> str:
    """Why a user may not let a bundle end then, as a sentence; empty when they may."""
    if not may_act(user, bundle):
        return NOT_YOURS.format(bundle=bundle)
    if bundle.ended_at:
        return ENDED.format(bundle=bundle, when=with_zone(bundle.ended_at))
    if bundle.moment is None:
        return NOT_PLANNED.format(bundle=bundle)
    if before != bundle.ends_at:
        return MOVED.format(bundle=bundle)
    return why_not_then(bundle, after) if after and after != before else ""


def why_not_then(bundle: Bundle, after: datetime) -> str:
    """Why a bundle cannot end at a moment, for whoever typed it; empty when it can."""
    if after <= timezone.now():
        return PASSED.format(when=with_zone(after))
    starts = bundle.live_at or bundle.moment
    return TOO_EARLY.format(when=with_zone(starts)) if starts and after <= starts else ""


def open_again(bundle: Bundle, members: list[BundleMember]) -> None:
    """Take back the pages of a live bundle that had no end, and might have joined others since."""
    for member in members:
        if member.page and row_in(member.before, member.page_id)["live"] and member.reverts_to_id is None:
            raise RefusedError([NO_WAY_BACK.format(bundle=bundle, title=title_of(member))])
    try:
        with transaction.atomic():
            bundle.members.update(is_open=True)
    except IntegrityError as error:
        raise RefusedError([TAKEN.format(bundle=bundle)]) from error


def written(moment: datetime | None) -> str:
    """A moment as the history keeps it; none is empty."""
    return moment.isoformat() if moment else ""
