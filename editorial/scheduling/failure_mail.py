"""Tells those who wrote a page that it did not go live, and why."""

from django.template.loader import render_to_string
from django_tasks import task

from editorial.scheduling.away.letters import Letter
from editorial.scheduling.away.models import MailKind
from editorial.scheduling.away.paces import told_at_once
from editorial.scheduling.away.words import edit_address
from editorial.scheduling.models import Attempt
from editorial.scheduling.targets import author_of, page_of
from users.models import User

SUBJECTS = {"go_live": "“{title}” did not go live", "expire": "“{title}” was not taken offline"}


@task()
def tell_authors(attempt_id: int) -> int:
    """Mail the page's owner and the author of its scheduled version; how many were told at once.

    What has got through meanwhile is no news any more. Sent again when the worker dies between sending and noting so.
    """
    attempt = Attempt.objects.filter(pk=attempt_id).first()
    page = attempt and page_of(attempt)
    if page is None:
        return 0
    people = User.objects.filter(pk__in={page.owner_id, author_of(attempt)} - {None}, is_active=True)
    told = [user for user in people if user.email and may_know(user, page)]
    return letter_about(attempt, page).send_to(told_at_once(told, MailKind.FAILURE, attempt.pk))


def letter_to(user: User, attempt_id: int) -> Letter | None:
    """What there is to tell somebody of an attempt by now."""
    attempt = Attempt.objects.filter(pk=attempt_id).first()
    page = attempt and page_of(attempt)
    return letter_about(attempt, page) if page and may_know(user, page) else None


def letter_about(attempt: Attempt, page) -> Letter:
    """What there is to tell of an attempt."""
    context = {"page": page, "attempt": attempt, "address": edit_address(page.pk)}
    text = render_to_string("editorial/scheduling/failure_mail.txt", context)
    return Letter(SUBJECTS[attempt.kind].format(title=page.get_admin_display_title()), text)


def may_know(user: User, page) -> bool:
    """Whether a user may still see this page in the admin."""
    return page.permissions_for_user(user).can_edit()
