"""Scheduling a bundle, taking it out of the schedule, and moving it: every member, or none."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState, WorkflowState

from core.publishing import PublishRefused, guard
from editorial.scheduling.bundles.membership import members_of, planned_versions, title_of
from editorial.scheduling.models import Attempt, Bundle, BundleMember, Kind
from users.models import User

NOT_YOURS = "you may not publish it, and its newest version is not approved"
IN_REVIEW = "its newest version is still in review"
NO_CHANGES = "it is live and has no changes to go live with the bundle"
DELETED = "it has been deleted"


class RefusedError(Exception):
    """A bundle, or a page, that cannot be planned as asked; ``reasons`` are sentences for editors."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = list(reasons)
        super().__init__(" ".join(self.reasons))


def locked_bundle(bundle: Bundle) -> Bundle:
    """A bundle under a lock; RefusedError when it is live or gone. It comes before the locks of its members."""
    row = Bundle.objects.select_for_update(no_key=True).filter(pk=bundle.pk).first()
    if row is None or not row.is_waiting:
        raise RefusedError([f"“{bundle}” is live already, or has been deleted."])
    return row


def schedule(bundle: Bundle, moment: datetime, ends_at: datetime | None, user: User | None) -> None:
    """Let every member go live at a moment, and end at another; RefusedError with all that speaks against it."""
    with transaction.atomic():
        row = locked_bundle(bundle)
        members = members_of(row)
        if not members:
            raise RefusedError(["Add a page first."])
        if ends_at and ends_at <= moment:
            raise RefusedError(["It would end before it goes live: choose a later end."])
        # By the second, as the text of a version keeps no more than that.
        row.moment, row.ends_at = moment.replace(microsecond=0), ends_at
        row.save()
        planned = planned_versions(members)
        refused = [words for one in members if (words := why_not_planned(one, planned, row, user))]
        if refused:
            raise RefusedError(refused)
        forget_tries(row)
    bundle.refresh_from_db()


def why_not_planned(member: BundleMember, planned: dict[int, Revision], bundle: Bundle, user: User | None) -> str:
    """Plan the version of a member for its bundle's moment; otherwise a sentence that says why it cannot be."""
    title = title_of(member)
    if member.page is None:
        return f"“{title}”: {DELETED}."
    page = member.page.specific
    revision = planned.get(page.pk) or page.get_latest_revision()
    if words := why_not_this_version(page, revision, user):
        return f"“{title}”: {words}."
    try:
        with transaction.atomic():
            plan_version(revision, bundle.moment, user)
    except PublishRefused as refusal:
        return f"“{title}”: {' '.join(problem.words for problem in refusal.problems)}"
    return ""


def why_not_this_version(page: Page, revision: Revision | None, user: User | None) -> str:
    """Why a user may not have this version of a page go live with others; empty when they may."""
    if revision is None or revision.pk == page.live_revision_id:
        return NO_CHANGES
    if revision.approved_go_live_at or is_approved(revision):
        return ""
    if page.workflow_in_progress:
        return IN_REVIEW
    if user and not page.permissions_for_user(user).can_publish():
        return NOT_YOURS
    return ""


def is_approved(revision: Revision) -> bool:
    """Whether the review of this very version has ended well."""
    return TaskState.objects.filter(
        revision=revision,
        status=TaskState.STATUS_APPROVED,
        workflow_state__status=WorkflowState.STATUS_APPROVED,
    ).exists()


def plan_version(revision: Revision, moment: datetime, user: User | None) -> None:
    """Have a version go live at a moment; one that has passed waits for the bundle's next try and not for itself."""
    with transaction.atomic():
        revision = Revision.objects.select_for_update(no_key=True).get(pk=revision.pk)
        revision.content = revision.content | {"go_live_at": moment.astimezone(UTC)}
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)
        revision.refresh_from_db()
        if moment > timezone.now():
            revision.publish(user=user, skip_permission_checks=True)
            return
        guard(revision.as_object(), moment)
        revision.approved_go_live_at = moment
        revision.save(update_fields=["approved_go_live_at"])
        clear_plans(revision.content_object, but=revision)


def unschedule(bundle: Bundle, user: User | None) -> None:
    """Take every member out of the schedule; what was written stays a draft."""
    with transaction.atomic():
        row = locked_bundle(bundle)
        row.moment = None
        row.save()
        for member in members_of(row):
            if member.page:
                clear_plans(member.page)
        forget_tries(row)
    bundle.refresh_from_db()


def clear_plans(page: Page, but: Revision | None = None) -> None:
    """Let no version of a page be planned but one; whoever keeps the schedule is told of each."""
    planned = page.revisions.filter(approved_go_live_at__isnull=False)
    for revision in planned.exclude(pk=but.pk) if but else planned:
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])


def forget_tries(bundle: Bundle) -> None:
    """Its tries were for what it was before."""
    Attempt.objects.filter(kind__in=(Kind.BUNDLE, Kind.BUNDLE_END), target_id=bundle.pk).delete()
