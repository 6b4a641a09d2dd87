"""The status of a page in the admin, always with the same word and icon."""

from datetime import datetime

from django import template
from django.utils import timezone
from wagtail.models import Page

from core import site_time
from core.plan import time_in
from core.status import flag_of, planned_for, status_of

register = template.Library()


@register.inclusion_tag("core/page_status.html")
def page_status(page: Page) -> dict:
    """The status of a page, with the moment it is planned for and a flag when somebody is needed."""
    return {"status": status_of(page), "planned": planned_for(page), "flag": flag_of(page)}


@register.simple_tag
def missed_time(page: Page) -> str:
    """The time that passed while nothing was scheduled for it, in words; its ``named`` time has to be annotated."""
    moment = None if planned_for(page) else time_in(page.named, page)
    return site_time.with_zone(moment) if moment and moment <= timezone.now() else ""


@register.filter
def with_zone(moment: datetime) -> str:
    """A moment in words with the name of the site's clock."""
    return site_time.with_zone(moment)
