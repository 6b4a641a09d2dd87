"""One mail a day with what came since the last, for those who don't want to hear at once."""

from collections.abc import Callable

from django.template.loader import render_to_string
from django_tasks import task

from editorial.scheduling import concern_mail, failure_mail, missed_mail, version_mail
from editorial.scheduling.away.letters import Letter
from editorial.scheduling.away.models import MailKind, Notice, Pace
from editorial.scheduling.away.paces import paces_of
from editorial.scheduling.away.words import choice_address
from editorial.scheduling.bundles import blocked_mail
from users.models import User

#: What makes the letter of each kind from the keys a notice has; none when it is no news any more.
LETTERS: dict[MailKind, Callable[..., Letter | None]] = {
    MailKind.FAILURE: failure_mail.letter_to,
    MailKind.CONCERN: concern_mail.letter_to,
    MailKind.NEWER_DRAFT: version_mail.letter_to,
    MailKind.BLOCKED: blocked_mail.letter_to,
    MailKind.MISSED: missed_mail.letter_to,
}


@task()
def send_day(user_id: int, day: str) -> int:
    """Mail somebody what was kept for them and is still so, and forget it; how many things that were.

    Sent again when the worker dies between sending and noting so.
    """
    user = User.objects.filter(pk=user_id, is_active=True).exclude(email="").first()
    notices = list(Notice.objects.filter(user=user_id).order_by("kept_at", "pk"))
    letters = letters_to(user, notices) if user else []
    if letters:
        day_letter(letters).send_to([user])
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).delete()
    return len(letters)


def letters_to(user: User, notices: list[Notice]) -> list[Letter]:
    """What there is to tell of some notices by now, without what somebody wants to hear no more."""
    paces = paces_of(user)
    wanted = [notice for notice in notices if paces[notice.kind] != Pace.OFF]
    made = [LETTERS[notice.kind](user, *map(int, notice.about.split())) for notice in wanted]
    return [letter for letter in made if letter]


def day_letter(letters: list[Letter]) -> Letter:
    """Several letters as one."""
    subject = letters[0].subject if len(letters) == 1 else f"{len(letters)} things about the schedule"
    text = render_to_string(
        "editorial/scheduling/away/day_mail.txt", {"letters": letters, "choice_address": choice_address()}
    )
    return Letter(subject, text)
