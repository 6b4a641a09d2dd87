"""The end of a bundle: readers see of each page exactly what they saw before, and what others did since stays."""

from datetime import datetime

from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from core.references import references_indexed_once
from core.showing_again import show_again
from core.shown import row_in
from editorial.scheduling.bundles.going_live import naming
from editorial.scheduling.bundles.membership import members_of, title_of
from editorial.scheduling.models import Bundle, BundleMember
from editorial.scheduling.moving import revisions_that_say
from editorial.scheduling.outcomes import Outcome
from editorial.scheduling.reasons import CannotGoLiveError
from editorial.scheduling.row_locks import locked, locked_page

DELETED = "It was deleted before the end."
PUBLISHED_SINCE = "Something newer was published since, and stays."
TAKEN_OFFLINE = "It was taken offline before the end, and stays so."
NO_WAY_BACK = "“{title}” has no version to go back to: what readers saw before has been deleted."


def end_together(bundle_id: int, now: datetime) -> Outcome:
    """Show readers what they saw before a bundle, in one transaction; CannotGoLiveError when a page cannot be."""
    due = Bundle.objects.filter(pk=bundle_id, live_at__isnull=False, ended_at=None, ends_at__lte=now)
    bundle = locked(due).first()
    if bundle is None:
        return Outcome.BUSY if due.exists() else Outcome.NOT_DUE
    # A page below goes offline before the one above.
    members = list(reversed(members_of(bundle)))
    pages = {one.pk: locked_page(one.page.get_latest_revision()) for one in members if one.page}
    if not all(pages.values()):
        return Outcome.BUSY
    with references_indexed_once():
        for member in members:
            end_one(bundle, member, pages.get(member.pk))
    bundle.ended_at = now
    bundle.save()
    bundle.members.update(is_open=False)
    return Outcome.DONE


def end_one(bundle: Bundle, member: BundleMember, page: Page | None) -> None:
    """Take one member back, unless it is no longer what the bundle made of it: then say so and leave it."""
    member.report = why_left(member, page)
    if member.report:
        member.save()
        if page:
            log(instance=page, action="bundles.kept", user=None, data={"bundle": bundle.name})
        return
    plans = dict(page.revisions.filter(approved_go_live_at__isnull=False).values_list("pk", "approved_go_live_at"))
    with naming(member):
        if row_in(member.before, page.pk)["live"]:
            show_before(member, page)
        else:
            UnpublishPageAction(page, log_action="bundles.end").execute(skip_permission_checks=True)
    keep_plans(plans)
    forget_moment(bundle, member, Page.objects.get(pk=page.pk))


def why_left(member: BundleMember, page: Page | None) -> str:
    """What has happened to a page since the bundle went live that the end must not undo; empty when nothing has."""
    if page is None:
        return DELETED
    if not page.live:
        return TAKEN_OFFLINE
    return PUBLISHED_SINCE if page.live_revision_id != member.shown_id else ""


def show_before(member: BundleMember, page: Page) -> None:
    """Let readers see the version from before, with its dates, and be told of no change."""
    if member.reverts_to is None:
        raise CannotGoLiveError(NO_WAY_BACK.format(title=title_of(member)))
    show_again(page.pk, member.before, None, "bundles.end")


def keep_plans(plans: dict[int, datetime]) -> None:
    """Plan again what somebody planned for the page since; publishing and taking offline clear it."""
    for revision in Revision.objects.filter(pk__in=plans).defer("content"):
        revision.approved_go_live_at = plans[revision.pk]
        # Saved one by one: whoever keeps the schedule is told of each.
        revision.save(update_fields=["approved_go_live_at"])


def forget_moment(bundle: Bundle, member: BundleMember, page: Page) -> None:
    """Let the bundle's version, which is a draft again, and newer ones no longer say when the bundle went live."""
    for one in revisions_that_say(page, member.shown, bundle.moment):
        Revision.objects.filter(pk=one.pk).update(content=one.content | {"go_live_at": None})
