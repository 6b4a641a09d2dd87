"""How soon people want to hear of what, and who of them hears at once."""

from django.utils import timezone

from editorial.scheduling.away.models import MailChoice, MailKind, Notice, Pace
from users.models import User

#: What can be chosen for each kind of mail; who has chosen nothing has the first.
PACES = dict.fromkeys(MailKind, (Pace.AT_ONCE, Pace.DAILY, Pace.OFF)) | {MailKind.WEEK: (Pace.WEEKLY, Pace.OFF)}


def paces_of(user: User) -> dict[MailKind, Pace]:
    """How soon somebody wants each kind of mail."""
    chosen = dict(MailChoice.objects.filter(user=user).values_list("kind", "pace"))
    return {kind: Pace(chosen.get(kind, paces[0])) for kind, paces in PACES.items()}


def choose(user: User, kind: MailKind, pace: Pace) -> None:
    """Keep how soon somebody wants a kind of mail."""
    MailChoice.objects.update_or_create(user=user, kind=kind, defaults={"pace": pace})


def told_at_once(people: list[User], kind: MailKind, *about: int) -> list[User]:
    """Those of some people who hear at once; a notice is kept for those who hear once a day, one however often asked.

    What ``about`` says is what the kind's letter is made from.
    """
    chosen = dict(MailChoice.objects.filter(user__in=people, kind=kind).values_list("user_id", "pace"))
    keys, now = " ".join(map(str, about)), timezone.now()
    later = [user for user in people if chosen.get(user.pk) == Pace.DAILY]
    Notice.objects.bulk_create(
        [Notice(user=user, kind=kind, about=keys, kept_at=now) for user in later], ignore_conflicts=True
    )
    return [user for user in people if chosen.get(user.pk, Pace.AT_ONCE) == Pace.AT_ONCE]
