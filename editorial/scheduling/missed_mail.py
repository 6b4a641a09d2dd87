"""Tells the author of a page that it was approved after its time, so that nothing went live."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django_tasks import task
from wagtail.models import Revision

from core.approval import is_approved
from core.plan import plan_of
from core.site_time import with_zone
from editorial.scheduling.failure_mail import may_know
from editorial.scheduling.slots import next_free_slot
from users.models import User


@task()
def tell_of_missed_time(revision_id: int) -> int:
    """Mail whoever owns the page, or else wrote what was approved; how many were told.

    What has got another time or was changed meanwhile is no news any more. Sent again when the worker dies between
    sending and noting so.
    """
    revision = Revision.page_revisions.filter(pk=revision_id).first()
    page = revision and revision.content_object
    if page is None or page.latest_revision_id != revision_id or not is_approved(page):
        return 0
    page = revision.as_object()
    missed = plan_of(page).missed
    author = User.objects.filter(pk=page.owner_id or revision.user_id, is_active=True).exclude(email="").first()
    if missed is None or author is None or not may_know(author, page):
        return 0
    title, slot = page.get_admin_display_title(), next_free_slot(timezone.now(), page)
    context = {
        "title": title,
        "is_live": page.live,
        "missed": with_zone(missed),
        "slot": slot and with_zone(slot),
        "may_publish": page.permissions_for_user(author).can_publish(),
        "address": f"{settings.WAGTAILADMIN_BASE_URL}{reverse('wagtailadmin_pages:edit', args=[page.pk])}",
    }
    text = render_to_string("editorial/scheduling/missed_mail.txt", context)
    subject = f"“{title}” is approved, and its time has passed"
    send_mail(" ".join(subject.split()), text, settings.DEFAULT_FROM_EMAIL, [author.email])
    return 1
