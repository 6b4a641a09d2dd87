"""A date is no text: a review goes on, and an approval stays, when nothing but dates of the schedule were changed."""

import json
import re
from typing import Any

from wagtail.models import Revision, TaskState, WorkflowState, get_default_page_content_type

from core.links_alone import changes_links_alone

#: What is planned for a page, and when it was published, which a form fills in once it is live.
DATES = {"go_live_at", "expire_at", "published_at"}
#: What Wagtail notes about a page besides what somebody wrote.
NOTES = {
    "latest_revision",
    "latest_revision_created_at",
    "live",
    "live_revision",
    "has_unpublished_changes",
    "first_published_at",
    "last_published_at",
    "updated_at",
    "expired",
    "draft_title",
    "locked",
    "locked_at",
    "locked_by",
    "path",
    "depth",
    "numchild",
    "url_path",
    "wagtail_admin_comments",
}
#: The key of a paragraph of rich text.
BLOCK_KEY = re.compile(' data-block-key="[^"]*"')

#: A link to a page of the site, as it stands in a version that is written as text.
PAGE_LINK = re.compile(r'<a (?=[^>]*linktype=\\"page\\")[^>]*>(.*?)</a>', re.DOTALL)


def carry_over(revision: Revision) -> None:
    """Let what was asked and given about a text count for a newer version that says the same."""
    reviews = WorkflowState.objects.filter(
        base_content_type=revision.base_content_type_id, object_id=revision.object_id
    ).exclude(status=WorkflowState.STATUS_CANCELLED)
    state = reviews.select_related("current_task_state__revision").order_by("-created_at", "-pk").first()
    before = state and state.current_task_state and state.current_task_state.revision
    if before and before.pk != revision.pk and says_the_same(before, revision):
        counting = [TaskState.STATUS_IN_PROGRESS, TaskState.STATUS_APPROVED]
        state.task_states.filter(revision=before, status__in=counting).update(revision=revision)


def says_the_same(before: Revision, after: Revision) -> bool:
    """Whether two versions say the same; a save that only sets links to pages of the site changes no words."""
    words = words_of(before), words_of(after)
    if changes_links_alone():
        words = tuple(json.loads(PAGE_LINK.sub(r"\1", json.dumps(one))) for one in words)
    return words[0] == words[1]


def words_of(revision: Revision) -> dict:
    """What a version says, without its dates and notes."""
    # As it is stored: what is in memory may still hold moments where the database has text.
    content = Revision.objects.values_list("content", flat=True).get(pk=revision.pk)
    return {name: without_marks(value) for name, value in content.items() if name not in DATES | NOTES}


def without_marks(value: Any) -> Any:
    """What somebody wrote, without what a form adds to it unasked.

    It gives lines other ends, paragraphs keys, rows places, and boxes that were never filled an empty text.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        inner = stream_in(value)
        return without_marks(inner) if inner else BLOCK_KEY.sub("", value).replace("\r\n", "\n")
    if isinstance(value, dict):
        return {name: without_marks(one) for name, one in value.items()}
    return [without_marks(one) for one in in_order(value)] if isinstance(value, list) else value


def in_order(rows: list) -> list:
    """Rows with the place each has, which the form gives to those that were made without one."""
    return [
        row | {"sort_order": place} if isinstance(row, dict) and row.get("sort_order", place) is None else row
        for place, row in enumerate(rows)
    ]


def stream_in(text: str) -> list | None:
    """The blocks of a stream, which versions hold as text."""
    if not text.startswith("[{"):
        return None
    try:
        return json.loads(text)
    except ValueError:
        return None


def is_page(revision: Revision) -> bool:
    """Whether a version is one of a page."""
    return revision.base_content_type_id == get_default_page_content_type().pk
