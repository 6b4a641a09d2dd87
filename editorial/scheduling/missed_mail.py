"""Tells the author of a page that it was approved after its time, so that nothing went live."""

from django.template.loader import render_to_string
from django.utils import timezone
from django_tasks import task
from wagtail.models import Page, Revision

from core.approval import is_approved
from core.plan import plan_of
from core.site_time import with_zone
from editorial.scheduling.away.letters import Letter
from editorial.scheduling.away.models import MailKind
from editorial.scheduling.away.paces import told_at_once
from editorial.scheduling.away.words import edit_address
from editorial.scheduling.failure_mail import may_know
from editorial.scheduling.slots import next_free_slot
from users.models import User


@task()
def tell_of_missed_time(revision_id: int) -> int:
    """Mail whoever owns the page, or else wrote what was approved; how many were told at once.

    What has got another time or was changed meanwhile is no news any more. Sent again when the worker dies between
    sending and noting so.
    """
    page = known(revision_id)
    if page is None:
        return 0
    author = User.objects.filter(pk=author_of(page, revision_id), is_active=True).exclude(email="").first()
    if author is None or not may_know(author, page):
        return 0
    return letter_about(page, author).send_to(told_at_once([author], MailKind.MISSED, revision_id))


def letter_to(user: User, revision_id: int) -> Letter | None:
    """What there is to tell somebody of a page that missed its time and has no other yet."""
    page = known(revision_id)
    return letter_about(page, user) if page and may_know(user, page) else None


def known(revision_id: int) -> Page | None:
    """The page as it was approved, as long as it waits for another time; what is scheduled waits for none."""
    revision = Revision.page_revisions.filter(pk=revision_id).first()
    page = revision and revision.content_object
    if page is None or page.latest_revision_id != revision_id or not is_approved(page):
        return None
    page = revision.as_object()
    return page if plan_of(page).missed else None


def author_of(page: Page, revision_id: int) -> int | None:
    """Whoever owns a page, or else wrote what was approved."""
    return page.owner_id or Revision.objects.get(pk=revision_id).user_id


def letter_about(page: Page, author: User) -> Letter:
    """What there is to tell the author of a page that missed its time."""
    title, slot = page.get_admin_display_title(), next_free_slot(timezone.now(), page)
    context = {
        "title": title,
        "is_live": page.live,
        "missed": with_zone(plan_of(page).missed),
        "slot": slot and with_zone(slot),
        "may_publish": page.permissions_for_user(author).can_publish(),
        "address": edit_address(page.pk),
    }
    text = render_to_string("editorial/scheduling/missed_mail.txt", context)
    return Letter(f"“{title}” is approved, and its time has passed", text)
