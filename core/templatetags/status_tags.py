"""The status of a page in the admin, always with the same word and icon."""

from django import template
from wagtail.models import Page

from core.status import OVERDUE, SCHEDULED, is_overdue, status_of

register = template.Library()


@register.inclusion_tag("core/page_status.html")
def page_status(page: Page) -> dict:
    """The status of a page, with the moment it is planned for and a flag when that has passed."""
    status = status_of(page)
    planned = page.go_live_at if status is SCHEDULED else None
    return {"status": status, "planned": planned, "flag": OVERDUE if is_overdue(page) else None}
