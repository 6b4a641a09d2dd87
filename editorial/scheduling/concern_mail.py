"""Tells those who wrote a planned page what to mend before it goes live."""

from collections import defaultdict

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django_tasks import task
from wagtail.models import Page, Revision

from core.site_time import in_words, with_zone
from editorial.scheduling.failure_mail import may_know
from editorial.scheduling.models import Concern
from editorial.scheduling.naming import may_name, named
from users.models import User

SUBJECTS = {
    True: "“{title}” will not go live {when} as it is",
    False: "“{title}” goes live {when}: one thing to look at first",
}


@task()
def tell_of(concern_id: int) -> int:
    """Mail the page's owner and the author of its planned version; how many were told.

    What is mended meanwhile is no news any more. Sent again when the worker dies between sending and noting so.
    """
    concern = Concern.objects.select_related("look__page").filter(pk=concern_id).first()
    if concern is None:
        return 0
    addresses = defaultdict(list)
    about = Page.objects.filter(pk=concern.about_id).first()
    for user in authors_of(concern.look.page):
        addresses[named(concern.words, about) if may_name(user, about) else concern.words].append(user.email)
    for words, told in addresses.items():
        send(concern, words, told)
    return sum(map(len, addresses.values()))


def authors_of(page: Page) -> list[User]:
    """Whoever wrote a planned page or its planned version, and may still edit it."""
    planned = Revision.page_revisions.filter(object_id=str(page.pk), approved_go_live_at__isnull=False)
    keys = {page.owner_id, *planned.values_list("user_id", flat=True)} - {None}
    people = User.objects.filter(pk__in=keys, is_active=True).exclude(email="").order_by("pk")
    return [user for user in people if may_know(user, page)]


def send(concern: Concern, words: str, told: list[str]) -> None:
    """One mail about one concern."""
    page, moment = concern.look.page, concern.look.moment
    title = page.get_admin_display_title()
    context = {
        "title": title,
        "when": with_zone(moment),
        "words": words,
        "is_blocking": concern.is_blocking,
        "address": f"{settings.WAGTAILADMIN_BASE_URL}{reverse('wagtailadmin_pages:edit', args=[page.pk])}",
    }
    text = render_to_string("editorial/scheduling/concern_mail.txt", context)
    subject = SUBJECTS[concern.is_blocking].format(title=title, when=in_words(moment))
    send_mail(" ".join(subject.split()), text, settings.DEFAULT_FROM_EMAIL, told)
