"""Orders the mails that time alone asks for: the week's on Monday morning, the day's each morning.

Each is claimed by a row of its own in the transaction that puts it into the queue, so that it is ordered once, however
many workers look and however often they are started anew.
"""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from core.site_time import by_the_clock, site_zone
from editorial.scheduling.away.day_mail import send_day
from editorial.scheduling.away.models import MailChoice, MailKind, MailRound, Notice, Pace
from editorial.scheduling.away.week_mail import DUE, closes, opens, send_week
from editorial.scheduling.calendar.period import monday_of
from users.models import User

#: Where permissions to enter the admin are known.
ROLES = "django.contrib.auth.backends.ModelBackend"
FORGOTTEN_AFTER = timedelta(days=30)


def order_due_mails(now: datetime) -> int:
    """Order what is due by now; how many mails that were."""
    today = by_the_clock(now).date()
    ordered = order_weeks(monday_of(today), now) + order_days(today, now)
    if ordered:
        MailRound.objects.filter(day__lt=today - FORGOTTEN_AFTER).delete()
    return ordered


def order_weeks(monday: date, now: datetime) -> int:
    """Order the mail of a week for whoever wants it, as long as there is time for it."""
    if not opens(monday) <= now < closes(monday):
        return 0
    off = MailChoice.objects.filter(kind=MailKind.WEEK, pace=Pace.OFF)
    people = User.objects.with_perm("wagtailadmin.access_admin", backend=ROLES).exclude(email="")
    people = people.exclude(pk__in=off.values("user")).exclude(pk__in=ordered(Pace.WEEKLY, monday))
    return sum(order(pk, Pace.WEEKLY, monday) for pk in people.values_list("pk", flat=True))


def order_days(today: date, now: datetime) -> int:
    """Order the mail of a day for everybody for whom something was kept before it was due."""
    due = datetime.combine(today, DUE, site_zone())
    if now < due:
        return 0
    kept = Notice.objects.filter(kept_at__lt=due).exclude(user__in=ordered(Pace.DAILY, today))
    return sum(order(pk, Pace.DAILY, today) for pk in set(kept.values_list("user", flat=True)))


def ordered(pace: Pace, day: date):
    """The keys of those whose mail was ordered."""
    return MailRound.objects.filter(pace=pace, day=day).values("user")


def order(user_id: int, pace: Pace, day: date) -> bool:
    """Put somebody's mail into the queue, unless another worker has just done so."""
    send = {Pace.WEEKLY: send_week, Pace.DAILY: send_day}[pace]
    with transaction.atomic():
        if not claim(user_id, pace, day):
            return False
        send.enqueue(user_id, day.isoformat())
    return True


def claim(user_id: int, pace: Pace, day: date) -> bool:
    """Note that somebody's mail is ordered, unless it is noted already."""
    try:
        with transaction.atomic():
            MailRound.objects.create(user_id=user_id, pace=pace, day=day)
    except IntegrityError:
        return False
    return True
