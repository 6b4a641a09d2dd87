"""Which reviews end because their page was published."""

from datetime import datetime

from wagtail.models import Page, Revision


def end_superseded(page: Page, revision: Revision) -> None:
    """Cancel the review of a text that a published revision contains or replaces.

    Wagtail cancels any review, also that of a newer text when an older scheduled one goes live (stock behaviour is
    off: WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH).
    """
    state = page.current_workflow_state
    step = state and state.current_task_state
    if step and age_of(step.revision) <= age_of(revision):
        state.cancel()


def age_of(revision: Revision) -> tuple[datetime, int]:
    """What orders the revisions of a page, those saved within one moment too."""
    return revision.created_at, revision.pk
