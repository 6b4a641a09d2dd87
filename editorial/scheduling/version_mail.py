"""Tells the author which version of a page went out when a newer draft of it stayed behind."""

from django.template.loader import render_to_string
from django_tasks import task
from wagtail.models import Revision

from core.site_time import in_words
from editorial.scheduling.away.letters import Letter
from editorial.scheduling.away.models import MailKind
from editorial.scheduling.away.paces import told_at_once
from editorial.scheduling.away.words import edit_address
from editorial.scheduling.failure_mail import may_know
from users.models import User


@task()
def tell_of_newer_draft(revision_id: int, draft_id: int) -> int:
    """Mail those who wrote the version that went live or the draft that did not; how many were told at once.

    Sent again when the worker dies between sending and noting so.
    """
    live, draft = known(revision_id, draft_id)
    if live is None or draft is None:
        return 0
    page = live.content_object
    people = User.objects.filter(pk__in={page.owner_id, live.user_id, draft.user_id} - {None}, is_active=True)
    told = [user for user in people if user.email and may_know(user, page)]
    return letter_about(page, live, draft).send_to(told_at_once(told, MailKind.NEWER_DRAFT, revision_id, draft_id))


def letter_to(user: User, revision_id: int, draft_id: int) -> Letter | None:
    """What there is to tell somebody of a draft that stayed behind, unless it is live by now."""
    live, draft = known(revision_id, draft_id)
    page = live.content_object if live and draft else None
    if page is None or not page.has_unpublished_changes or not may_know(user, page):
        return None
    return letter_about(page, live, draft)


def known(revision_id: int, draft_id: int) -> tuple[Revision | None, Revision | None]:
    """The version that went live and the draft that did not, as far as there still are any."""
    versions = Revision.page_revisions.filter(pk__in=[revision_id, draft_id]).in_bulk()
    return versions.get(revision_id), versions.get(draft_id)


def letter_about(page, live: Revision, draft: Revision) -> Letter:
    """What there is to tell of a draft that stayed behind."""
    context = {
        "title": page.title,
        "live": in_words(live.created_at),
        "draft": in_words(draft.created_at),
        "address": edit_address(page.pk),
    }
    text = render_to_string("editorial/scheduling/version_mail.txt", context)
    return Letter(f"“{page.title}” is live without your latest changes", text)
