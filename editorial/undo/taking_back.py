"""Taking a step back: readers see what they saw before, and no word that was written is lost."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import Q
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from editorial.undo.states import MOMENTS, State, moment_in, state_of
from editorial.undo.steps import Kind, Step
from users.models import User


class ChangedSinceError(Exception):
    """Something else happened to the page after the step."""


def may_take_back(step: Step, page: Page, user: User) -> bool:
    """Whether a user did it themselves, or may publish the page."""
    return step.user_id == user.pk or page.permissions_for_user(user).can_publish()


def take_back(step: Step, user: User) -> None:
    """Undo a step wholly or not at all; ChangedSinceError when the page is not as the step left it.

    What makes something live goes through Wagtail's publishing, and so past the publish checks.
    """
    with transaction.atomic():
        page = Page.objects.get(pk=step.page_id).specific_class._base_manager.select_for_update().get(pk=step.page_id)
        if state_of(page.pk) != step.after:
            raise ChangedSinceError
        WAYS_BACK[step.kind](page, step, user)
        restore_plans(page, step)


def from_publishing(page: Page, step: Step, user: User) -> None:
    """A page that went live is offline as before; what was typed as its date stays."""
    typed = moment_in(page.live_revision.content.get("published_at"))
    action = UnpublishPageAction(page, user=user, log_action="undo.publish")
    action.execute(skip_permission_checks=True)
    restore_rows(step)
    if typed:
        type(page).objects.filter(pk=page.pk).update(published_at=typed)


def from_changes(page: Page, step: Step, user: User) -> None:
    """What readers saw before is live again, and they are told of no change; the changes are a draft."""
    show_again(step, user, "undo.changes")


def from_unpublishing(page: Page, step: Step, user: User) -> None:
    """A page that was taken offline is live again, with its dates and its aliases."""
    show_again(step, user, "undo.unpublish")


def from_scheduling(page: Page, step: Step, user: User) -> None:
    """Nothing is planned that was not before; the date stays in the draft."""
    log(instance=page, action="undo.schedule", user=user)


def show_again(step: Step, user: User, action: str) -> None:
    """Let readers see the revision they saw before the step."""
    revision = Revision.page_revisions.get(pk=step.row_before["live_revision_id"])
    revision.publish(user=user, log_action=action, skip_permission_checks=True)
    page = Page.objects.get(pk=step.page_id)
    page.changes.exclude(pk__in=step.before["changes"]).delete()
    restore_rows(step)


def restore_rows(step: Step) -> None:
    """Write back the dates of the page and of its aliases; those that were offline are so again."""
    rows = {str(step.page_id): step.row_before} | step.before.get("rows", {})
    for page in Page.objects.filter(pk__in=rows):
        row = rows[str(page.pk)]
        fields = {field.name for field in page.specific_class._meta.get_fields()}
        values = {name: moment_in(row[name]) for name in MOMENTS if name in fields} | offline(row)
        page.specific_class.objects.filter(pk=page.pk).update(**values)


def offline(row: State) -> State:
    """What is to be written so that a row stays offline; nothing is ever put live past the checks."""
    return {} if row["live"] else {"live": False, "expired": row["expired"]}


def restore_plans(page: Page, step: Step) -> None:
    """Plan again what was planned before, and nothing else: publishing clears every plan of its page."""
    planned = {int(pk): moment_in(moment) for pk, moment in step.before.get("planned", {}).items()}
    for revision in page.revisions.filter(Q(approved_go_live_at__isnull=False) | Q(pk__in=planned)):
        revision.approved_go_live_at = planned.get(revision.pk)
        # Saved one by one: whoever keeps the schedule is told of each.
        revision.save(update_fields=["approved_go_live_at"])


WAYS_BACK: dict[Kind | None, Callable[[Page, Step, User], None]] = {
    Kind.PUBLISH: from_publishing,
    Kind.CHANGES: from_changes,
    Kind.UNPUBLISH: from_unpublishing,
    Kind.SCHEDULE: from_scheduling,
}
