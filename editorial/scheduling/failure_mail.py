"""Tells those who wrote a page that it did not go live, and why."""

from django.template.loader import render_to_string
from django.urls import reverse
from django_tasks import task
from wagtail.models import Page

from core.button_words import at_once_words
from editorial.scheduling.away.letters import Letter
from editorial.scheduling.away.models import MailKind
from editorial.scheduling.away.paces import told_at_once
from editorial.scheduling.away.words import edit_address, in_full
from editorial.scheduling.models import Attempt
from editorial.scheduling.targets import authors_of, bundle_of, pages_behind, title_of
from users.models import User

SUBJECTS = {
    "go_live": "“{title}” did not go live",
    "expire": "“{title}” was not taken offline",
    "bundle": "“{title}” did not go live",
    "bundle_end": "“{title}” did not end",
}


@task()
def tell_authors(attempt_id: int) -> int:
    """Mail the page's owner and the author of its scheduled version, or those of all pages of a bundle.

    How many were told at once.

    What has got through meanwhile is no news any more. Sent again when the worker dies between sending and noting so.
    """
    attempt = Attempt.objects.filter(pk=attempt_id).first()
    if attempt is None:
        return 0
    pages = pages_behind(attempt)
    people = User.objects.filter(
        pk__in={page.owner_id for page in pages} - {None} | authors_of(attempt), is_active=True
    )
    told = [user for user in people if user.email and may_know_all(user, pages)]
    return letter_about(attempt, pages).send_to(told_at_once(told, MailKind.FAILURE, attempt.pk))


def letter_to(user: User, attempt_id: int) -> Letter | None:
    """What there is to tell somebody of an attempt by now; of pages that are gone, to whoever planned them."""
    attempt = Attempt.objects.filter(pk=attempt_id).first()
    pages = pages_behind(attempt) if attempt else []
    may_know_it = may_know_all(user, pages) if pages else attempt and user.pk in authors_of(attempt)
    return letter_about(attempt, pages) if may_know_it else None


def letter_about(attempt: Attempt, pages: list[Page]) -> Letter:
    """What there is to tell of an attempt."""
    title = title_of(attempt, pages)
    context = {
        "title": title,
        "attempt": attempt,
        "is_bundle": bool(bundle_of(attempt)),
        "is_gone": not pages,
        "button": at_once_words(pages[0].live) if pages else "",
        "address": address_of(attempt, pages),
    }
    text = render_to_string("editorial/scheduling/failure_mail.txt", context)
    return Letter(SUBJECTS[attempt.kind].format(title=title), text)


def address_of(attempt: Attempt, pages: list[Page]) -> str:
    """Where what is said can be mended; the dashboard shows what is left of a page that is gone."""
    if bundle := bundle_of(attempt):
        return in_full(reverse("bundle", args=[bundle.pk]))
    return edit_address(pages[0].pk) if pages else in_full(reverse("wagtailadmin_home"))


def may_know_all(user: User, pages: list[Page]) -> bool:
    """Whether a user may still see all of these pages in the admin."""
    return all(may_know(user, page) for page in pages)


def may_know(user: User, page) -> bool:
    """Whether a user may still see this page in the admin."""
    return page.permissions_for_user(user).can_edit()
