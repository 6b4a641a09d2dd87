"""What is said of an entry of the calendar where there is only room for words."""

import re

from django.conf import settings
from django.urls import reverse

from editorial.scheduling.calendar.ends import End
from editorial.scheduling.calendar.entries import Entry

#: What no line of a mail or a calendar file may hold, not even escaped.
CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")


def said_of(entry: Entry | End) -> str:
    """Its title and how it stands: “Calm skin (Scheduled, Overdue)”; of a bundle also that it is one."""
    kind = entry.kind if isinstance(entry, End) else ""
    loose = "not scheduled" if entry.is_loose else ""
    words = [kind, entry.status.word, loose, entry.flag.word if entry.flag else ""]
    return plain(f"{entry.title} ({', '.join(filter(None, words))})")


def plain(words: str) -> str:
    """Words on one line."""
    return " ".join(CONTROLS.sub(" ", words).split())


def edit_address(page_id: int) -> str:
    """Where a page is edited, with the site's name."""
    return in_full(reverse("wagtailadmin_pages:edit", args=[page_id]))


def choice_address() -> str:
    """Where somebody chooses how soon they hear of what."""
    return f"{in_full(reverse('wagtailadmin_account'))}#tab-notifications"


def in_full(address: str) -> str:
    """An address of the site with the site's name, as mails and calendars need it."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{address}"
