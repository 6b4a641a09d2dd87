"""A person's week, on Monday morning: what goes live, what went wrong, and whose text is waited for."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django_tasks import task
from wagtail.models import Page
from wagtail.permissions import policy_registry

from core.site_time import in_words, site_zone, zone_name
from core.status import DRAFT, IDEA, RETIRED, annotate_schedule, status_of
from editorial.scheduling import overview
from editorial.scheduling.away.keys import may_enter
from editorial.scheduling.away.letters import Letter
from editorial.scheduling.away.models import MailKind, Pace
from editorial.scheduling.away.paces import paces_of
from editorial.scheduling.away.words import choice_address, edit_address, in_full, plain, said_of
from editorial.scheduling.calendar.ends import End
from editorial.scheduling.calendar.entries import Entry, articles, entries
from editorial.scheduling.calendar.permissions import allowed
from editorial.scheduling.models import PlannedPage
from editorial.scheduling.slots import free_slots
from users.models import User

#: When the mail is due, by the site's clock, and when it is too late for it: on Tuesday.
DUE, TOO_LATE = time(7), time(12)
#: Where a page stands whose text is not written.
UNWRITTEN = {IDEA, DRAFT, RETIRED}


@dataclass(frozen=True)
class Text:
    """A page that waits for somebody's text."""

    page: Page
    due: date

    @property
    def line(self) -> str:
        """Its day and title: “Wed 4 Mar: Calm skin (Idea)”."""
        title = plain(self.page.get_admin_display_title())
        return f"{date_format(self.due, 'D j M')}: {title} ({status_of(self.page).word})"

    @property
    def address(self) -> str:
        """Where it is written."""
        return edit_address(self.page.pk)


@dataclass(frozen=True)
class Week:
    """What somebody's mail says."""

    monday: date
    wrong: list[overview.Entry]
    entries: list[Entry | End]
    texts: list[Text]
    free: list[datetime]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell; that nothing is planned is news to whoever fills the slots."""
        return not (self.wrong or self.entries or self.texts or self.free)


@task()
def send_week(user_id: int, day: str) -> int:
    """Mail somebody the week that begins on a Monday; 1 when there was something to tell, and still time for it.

    Sent again when the worker dies between sending and noting so.
    """
    monday, now = date.fromisoformat(day), timezone.now()
    user = User.objects.filter(pk=user_id).exclude(email="").first()
    if user is None or not may_enter(user) or paces_of(user)[MailKind.WEEK] == Pace.OFF or now >= closes(monday):
        return 0
    week = week_of(user, monday, now)
    return 0 if week.is_empty else letter_about(week).send_to([user])


def opens(monday: date) -> datetime:
    """When the mail of a week is due."""
    return datetime.combine(monday, DUE, site_zone())


def closes(monday: date) -> datetime:
    """When it is too late for the mail of a week."""
    return datetime.combine(monday + timedelta(days=1), TOO_LATE, site_zone())


def week_of(user: User, monday: date, now: datetime) -> Week:
    """What there is to tell somebody of a week, from now on."""
    end = datetime.combine(monday + timedelta(days=7), time(), site_zone())
    wrong = [entry for entry in overview.today(user, now) if entry.flag]
    may_fill = policy_registry.get_by_type(Page).user_has_permission(user, "publish")
    free = list(takewhile(lambda slot: slot < end, free_slots(now))) if may_fill else []
    return Week(monday, wrong, entries(user, articles(), now, end), texts_of(user), free)


def texts_of(user: User) -> list[Text]:
    """The pages whose text somebody has to write by a day, the soonest first."""
    plans = PlannedPage.objects.filter(assignee=user, text_due__isnull=False, page__in=allowed(user, "change"))
    due = dict(plans.values_list("page", "text_due"))
    pages = annotate_schedule(Page.objects.filter(pk__in=due))
    waiting = [Text(page, due[page.pk]) for page in pages if status_of(page) in UNWRITTEN]
    return sorted(waiting, key=lambda text: (text.due, text.page.pk))


def letter_about(week: Week) -> Letter:
    """The mail."""
    context = {
        "monday": week.monday,
        "zone": zone_name(),
        "wrong": [
            {
                "title": plain(one.title),
                "flag": one.flag.word,
                "due": in_words(one.moment),
                "failure": one.failure,
                "address": in_full(one.address),
            }
            for one in week.wrong
        ],
        "entries": [f"{in_words(entry.moment)}  {said_of(entry)}" for entry in week.entries],
        "texts": week.texts,
        "free": [in_words(slot) for slot in week.free],
        "calendar": in_full(reverse("calendar")),
        "choice_address": choice_address(),
    }
    text = render_to_string("editorial/scheduling/away/week_mail.txt", context)
    return Letter(f"Your week from {date_format(week.monday, 'j F')}", text)
