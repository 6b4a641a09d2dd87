"""Tells those who wrote a planned page what to mend before it goes live."""

from collections import defaultdict

from django.template.loader import render_to_string
from django_tasks import task
from wagtail.models import Page, Revision

from core.site_time import in_words, with_zone
from editorial.scheduling.away.letters import Letter
from editorial.scheduling.away.models import MailKind
from editorial.scheduling.away.paces import told_at_once
from editorial.scheduling.away.words import edit_address
from editorial.scheduling.failure_mail import may_know
from editorial.scheduling.models import Concern
from editorial.scheduling.naming import may_name, named
from users.models import User

SUBJECTS = {
    True: "“{title}” will not go live {when} as it is",
    False: "“{title}” goes live {when}: one thing to look at first",
}


@task()
def tell_of(concern_id: int, seen_by: int | None = None) -> int:
    """Mail the page's owner and the author of its planned version, but not who has seen it; how many were told at once.

    What is mended meanwhile is no news any more. Sent again when the worker dies between sending and noting so.
    """
    concern = known(concern_id)
    if concern is None:
        return 0
    letters = defaultdict(list)
    people = [user for user in authors_of(concern.look.page) if user.pk != seen_by]
    for user in told_at_once(people, MailKind.CONCERN, concern.pk):
        letters[letter_about(concern, user)].append(user)
    return sum(letter.send_to(people) for letter, people in letters.items())


def letter_to(user: User, concern_id: int) -> Letter | None:
    """What there is to tell somebody of a concern by now."""
    concern = known(concern_id)
    return letter_about(concern, user) if concern and may_know(user, concern.look.page) else None


def known(concern_id: int) -> Concern | None:
    """A concern that nobody has mended yet."""
    return Concern.objects.select_related("look__page").filter(pk=concern_id).first()


def authors_of(page: Page) -> list[User]:
    """Whoever wrote a planned page or its planned version, and may still edit it."""
    planned = Revision.page_revisions.filter(object_id=str(page.pk), approved_go_live_at__isnull=False)
    keys = {page.owner_id, *planned.values_list("user_id", flat=True)} - {None}
    people = User.objects.filter(pk__in=keys, is_active=True).exclude(email="").order_by("pk")
    return [user for user in people if may_know(user, page)]


def letter_about(concern: Concern, user: User) -> Letter:
    """What there is to tell of a concern, with the name of the other page for those who may know it."""
    page, moment = concern.look.page, concern.look.moment
    about = Page.objects.filter(pk=concern.about_id).first()
    title = page.get_admin_display_title()
    context = {
        "title": title,
        "when": with_zone(moment),
        "words": named(concern.words, about) if may_name(user, about) else concern.words,
        "is_blocking": concern.is_blocking,
        "address": edit_address(page.pk),
    }
    text = render_to_string("editorial/scheduling/concern_mail.txt", context)
    return Letter(SUBJECTS[concern.is_blocking].format(title=title, when=in_words(moment)), text)
