"""Tells those who wrote a page that it did not go live, and why."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django_tasks import task

from editorial.scheduling.models import Attempt
from editorial.scheduling.targets import author_of, page_of
from users.models import User

SUBJECTS = {"go_live": "“{title}” did not go live", "expire": "“{title}” was not taken offline"}


@task()
def tell_authors(attempt_id: int) -> int:
    """Mail the page's owner and the author of its scheduled version; how many were told.

    What has got through meanwhile is no news any more. Sent again when the worker dies between sending and noting so.
    """
    attempt = Attempt.objects.filter(pk=attempt_id).first()
    page = attempt and page_of(attempt)
    if page is None:
        return 0
    people = User.objects.filter(pk__in={page.owner_id, author_of(attempt)} - {None}, is_active=True)
    told = [user.email for user in people if user.email and may_know(user, page)]
    if told:
        address = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('wagtailadmin_pages:edit', args=[page.pk])}"
        context = {"page": page, "attempt": attempt, "address": address}
        text = render_to_string("editorial/scheduling/failure_mail.txt", context)
        subject = SUBJECTS[attempt.kind].format(title=page.get_admin_display_title())
        send_mail(" ".join(subject.split()), text, settings.DEFAULT_FROM_EMAIL, told)
    return len(told)


def may_know(user: User, page) -> bool:
    """Whether a user may still see this page in the admin."""
    return page.permissions_for_user(user).can_edit()
