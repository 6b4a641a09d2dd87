"""Taking a step back: readers see what they saw before, and no word that was written is lost."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page

from core.showing_again import restore_plans, restore_rows, show_again
from core.shown import state_of
from core.site_time import moment_in
from editorial.undo.steps import Kind, Step
from users.models import User


class ChangedSinceError(Exception):
    """Something else happened to the page after the step."""


def may_take_back(step: Step, page: Page, user: User) -> bool:
    """Whether a user did it themselves, or may publish the page."""
    return step.user_id == user.pk or page.permissions_for_user(user).can_publish()


def take_back(step: Step, user: User) -> list[datetime]:
    """Undo a step wholly or not at all; ChangedSinceError when the page is not as the step left it.

    What makes something live goes through Wagtail's publishing, and so past the publish checks. What was planned before
    is planned again, but for what would be due at once: undoing puts nothing live that readers did not see. The moments
    that have passed so are returned.
    """
    with transaction.atomic():
        page = Page.objects.get(pk=step.page_id).specific_class._base_manager.select_for_update().get(pk=step.page_id)
        if state_of(page.pk) != step.after:
            raise ChangedSinceError
        WAYS_BACK[step.kind](page, step, user)
        return restore_plans(page, step.before, timezone.now())


def from_publishing(page: Page, step: Step, user: User) -> None:
    """A page that went live is offline as before; what was typed as its date stays."""
    typed = moment_in(page.live_revision.content.get("published_at"))
    action = UnpublishPageAction(page, user=user, log_action="undo.publish")
    action.execute(skip_permission_checks=True)
    restore_rows(page.pk, step.before)
    if typed:
        type(page).objects.filter(pk=page.pk).update(published_at=typed)


def from_changes(page: Page, step: Step, user: User) -> None:
    """What readers saw before is live again, and they are told of no change; the changes are a draft."""
    show_again(page.pk, step.before, user, "undo.changes")


def from_unpublishing(page: Page, step: Step, user: User) -> None:
    """A page that was taken offline is live again, with its dates and its aliases."""
    show_again(page.pk, step.before, user, "undo.unpublish")


def from_scheduling(page: Page, step: Step, user: User) -> None:
    """Nothing is planned that was not before; the newer version, with its date, is a draft."""
    log(instance=page, action="undo.schedule", user=user)


WAYS_BACK: dict[Kind | None, Callable[[Page, Step, User], None]] = {
    Kind.PUBLISH: from_publishing,
    Kind.CHANGES: from_changes,
    Kind.UNPUBLISH: from_unpublishing,
    Kind.SCHEDULE: from_scheduling,
}
