"""Tells the author which version of a page went out when a newer draft of it stayed behind."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django_tasks import task
from wagtail.models import Revision

from core.site_time import in_words
from editorial.scheduling.failure_mail import may_know
from users.models import User


@task()
def tell_of_newer_draft(revision_id: int, draft_id: int) -> int:
    """Mail those who wrote the version that went live or the draft that did not; how many were told.

    Sent again when the worker dies between sending and noting so.
    """
    versions = Revision.page_revisions.filter(pk__in=[revision_id, draft_id]).in_bulk()
    live, draft = versions.get(revision_id), versions.get(draft_id)
    if live is None or draft is None:
        return 0
    page = live.content_object
    people = User.objects.filter(pk__in={page.owner_id, live.user_id, draft.user_id} - {None}, is_active=True)
    told = sorted(user.email for user in people if user.email and may_know(user, page))
    if told:
        context = {
            "title": page.title,
            "live": in_words(live.created_at),
            "draft": in_words(draft.created_at),
            "address": f"{settings.WAGTAILADMIN_BASE_URL}{reverse('wagtailadmin_pages:edit', args=[page.pk])}",
        }
        text = render_to_string("editorial/scheduling/version_mail.txt", context)
        subject = f"“{page.title}” is live without your latest changes"
        send_mail(" ".join(subject.split()), text, settings.DEFAULT_FROM_EMAIL, told)
    return len(told)
