"""Planned pages that lead elsewhere, and what is said about them."""

from datetime import timedelta

from django.core import mail
from wagtail.models import Page

from editorial.scheduling.models import Concern
from editorial.scheduling.preflight_rounds import order_due_looks
from tests.core import bodies
from tests.editorial.scheduling.mornings import EIGHT, planned

#: Long after the rounds of today.
IN_A_WEEK = EIGHT + timedelta(days=7, hours=1)
DAY_BEFORE, HOUR_BEFORE = IN_A_WEEK - timedelta(hours=24), IN_A_WEEK - timedelta(hours=1)


def linking(*pages: Page, moment=IN_A_WEEK, **values) -> Page:
    """A planned post whose prose links to other pages."""
    links = "".join(f'<p><a linktype="page" id="{page.pk}">More</a></p>' for page in pages)
    return planned(moment, body=[bodies.text(links)], **values)


def kept(page: Page) -> list[str]:
    """What is kept about a page."""
    return [one.words for one in Concern.objects.filter(look=page.pk).order_by("pk")]


def round_at(clock, moment) -> list[str]:
    """Let a worker look at a moment; what was mailed then."""
    clock(moment)
    mail.outbox.clear()
    order_due_looks(moment)
    return [message.body for message in mail.outbox]
