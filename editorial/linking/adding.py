"""Puts a suggested link into the newest version of a page."""

from django.db import transaction
from wagtail.models import Page, Revision

from core.links_alone import links_alone
from core.page_row import locked_row
from core.readable import is_readable
from editorial.linking.inserting import Insertion, PassageChangedError, insert
from users.models import User

LOCKED = "Somebody has locked this page, so nothing was linked."
NOT_LIVE = "“{title}” cannot be seen by readers any more, so nothing was linked."


class CannotLinkError(Exception):
    """The link cannot be set, for a reason the user is told."""


def add_link(page: Page, insertion: Insertion, user: User) -> Revision:
    """Save a version of a page that differs from its newest one in this link alone.

    PassageChangedError when the passage is not what it was when the link was offered; CannotLinkError when the page is
    locked for the user, or readers see its target no more.
    """
    target = Page.objects.filter(pk=insertion.page_id).first()
    if target is None:
        raise PassageChangedError
    if not is_readable(target):
        raise CannotLinkError(NOT_LIVE.format(title=target.get_admin_display_title()))
    with transaction.atomic():
        # As it is by now: somebody may have saved since the page was read.
        row = locked_row(page.pk)
        if row is None:
            raise PassageChangedError
        draft = row.get_latest_revision_as_object()
        if (lock := draft.get_lock()) and lock.for_user(user):
            raise CannotLinkError(LOCKED)
        changed = insert(draft, insertion)
        with links_alone():
            return changed.save_revision(user=user, log_action=True, clean=False)
