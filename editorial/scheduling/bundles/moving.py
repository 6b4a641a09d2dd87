"""Moving a bundle: whoever moves one of its pages moves them all."""

from collections.abc import Callable
from datetime import datetime

from wagtail.models import Revision

from editorial.scheduling.bundles.membership import is_of_page, members_of, planned_versions, waiting_bundle_of
from editorial.scheduling.bundles.planning import forget_tries
from editorial.scheduling.models import Bundle
from users.models import User

MoveOne = Callable[[Revision, datetime, User | None], None]


def scheduled_bundle_of(revision: Revision) -> Bundle | None:
    """The bundle a planned revision goes live with, under a lock; None when it goes by itself."""
    bundle = waiting_bundle_of(int(revision.object_id)) if is_of_page(revision) else None
    if bundle is None or bundle.moment is None:
        return None
    row = Bundle.objects.select_for_update(no_key=True).filter(pk=bundle.pk, live_at=None).first()
    is_still_in = row and row.members.filter(is_open=True, page=revision.object_id).exists()
    return row if is_still_in else None


def move_together(bundle: Bundle, moment: datetime, user: User | None, move_one: MoveOne) -> None:
    """Let every member that is planned go live at another moment; call inside a transaction that holds the bundle."""
    # By the second, as the text of a version keeps no more than that.
    bundle.moment = moment.replace(microsecond=0)
    bundle.save(update_fields=["moment"])
    for revision in planned_versions(members_of(bundle)).values():
        move_one(revision, bundle.moment, user)
    forget_tries(bundle)
