"""A bundle going live: one item, one transaction, every member or none, with the name of whoever blocks it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import OperationalError
from wagtail.models import Page, Revision

from core.publishing import last_refusal
from core.references import references_indexed_once
from core.shown import state_of
from core.site_time import in_words
from editorial.scheduling import reasons
from editorial.scheduling.bundles.company import going
from editorial.scheduling.bundles.membership import members_of, planned_versions, title_of
from editorial.scheduling.hold import open_hold
from editorial.scheduling.models import Bundle, BundleMember, Kind
from editorial.scheduling.outcomes import Outcome
from editorial.scheduling.reasons import CannotGoLiveError
from editorial.scheduling.row_locks import locked, locked_page
from editorial.scheduling.version_mail import tell_of_newer_draft

DELETED = "“{title}” has been deleted."
NOT_SCHEDULED = "“{title}” is not scheduled any more."
OTHER_MOMENT = "“{title}” is scheduled for another time, {moment}."
NOBODY = "No page is left in it."
OVER = "Its end, {moment}, is over by then: choose a later one or none."
NO_WAY_BACK = "“{title}” has no version to go back to at the end."


def go_live_together(bundle_id: int, now: datetime) -> Outcome:
    """Publish every member of a bundle that is still due, in one transaction; CannotGoLiveError when one cannot be.

    Locked in this order: the bundle, the versions by key, the pages from the top of the tree down. None of them is
    waited for, so that nobody waits for each other.
    """
    due = Bundle.objects.filter(pk=bundle_id, live_at=None, moment__lte=now)
    bundle = locked(due).first()
    if bundle is None:
        return Outcome.BUSY if due.exists() else Outcome.NOT_DUE
    members = members_of(bundle)
    known = planned_versions(members)
    held = list(locked(Revision.objects.filter(pk__in=[one.pk for one in known.values()]).order_by("pk")))
    # Asked under the locks, for which whoever places a hold waits.
    if (hold := open_hold()) and hold.covers(Kind.BUNDLE, bundle.moment):
        return Outcome.HELD
    versions = {int(one.object_id): one for one in held if one.approved_go_live_at}
    # Somebody holds one, or has put another in its place before the lock was there.
    if len(held) < len(known) or versions.keys() != planned_versions(members).keys():
        return Outcome.BUSY
    refuse_incomplete(bundle, members, versions, now)
    pages = {key: locked_page(versions[key]) for key in [member.page_id for member in members]}
    if not all(pages.values()):
        return Outcome.BUSY
    publish_all(bundle, members, versions, pages)
    bundle.live_at = now
    bundle.save()
    if bundle.ends_at is None:
        bundle.members.update(is_open=False)
    return Outcome.DONE


def refuse_incomplete(
    bundle: Bundle, members: list[BundleMember], versions: dict[int, Revision], now: datetime
) -> None:
    """CannotGoLiveError with everything that keeps the bundle together from going live, before a page is touched."""
    words = [*incomplete(bundle, members, versions)]
    if bundle.ends_at and bundle.ends_at <= now:
        words.append(OVER.format(moment=in_words(bundle.ends_at)))
    if words:
        raise CannotGoLiveError(" ".join(words))


def incomplete(bundle: Bundle, members: Iterable[BundleMember], versions: dict[int, Revision]) -> Iterator[str]:
    """A sentence for each member that is not there, or not planned for the moment of all."""
    members = list(members)
    if not members:
        yield NOBODY
    for member in members:
        if words := why_missing(bundle, member, versions.get(member.page_id)):
            yield words


def why_missing(bundle: Bundle, member: BundleMember, version: Revision | None) -> str:
    """Why a member cannot go with the others; empty when it is planned for their moment."""
    title = title_of(member)
    if member.page is None:
        return DELETED.format(title=title)
    if version is None:
        return NOT_SCHEDULED.format(title=title)
    if version.approved_go_live_at != bundle.moment:
        return OTHER_MOMENT.format(title=title, moment=in_words(version.approved_go_live_at))
    return ""


def publish_all(
    bundle: Bundle, members: list[BundleMember], versions: dict[int, Revision], pages: dict[int, Page]
) -> None:
    """Publish one after the other, remember of each what readers saw, and tell authors of newer drafts left behind."""
    with going(bundle), references_indexed_once():
        for member in members:
            publish_one(bundle, member, versions[member.page_id], pages[member.page_id])
    for key, page in pages.items():
        newest, shown = page.latest_revision_id, versions[key].pk
        if newest and newest != shown:
            tell_of_newer_draft.enqueue(shown, newest)


def publish_one(bundle: Bundle, member: BundleMember, version: Revision, page: Page) -> None:
    """Publish a member; what goes wrong says which it was."""
    member.before, member.reverts_to_id = state_of(page.pk), page.live_revision_id
    if bundle.ends_at and page.live and member.reverts_to_id is None:
        raise CannotGoLiveError(NO_WAY_BACK.format(title=title_of(member)))
    # The row as it is under its lock: what Wagtail copies from it and writes back is then still so.
    version.content_object = page
    with naming(member):
        version.publish(log_action="wagtail.publish.scheduled")
    member.shown = version
    member.save()


@contextmanager
def naming(member: BundleMember) -> Iterator[None]:
    """Let whatever goes wrong with a member say which it is; a database that is busy concerns them all."""
    try:
        yield
    except OperationalError:
        raise
    except Exception as error:
        # Kept with the bundle, and no news for a request that happens to carry it out.
        last_refusal.set(None)
        raise CannotGoLiveError(f"“{title_of(member)}”: {reasons.in_words(error)}") from error
