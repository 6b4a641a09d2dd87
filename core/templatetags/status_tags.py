"""The status of a page in the admin, always with the same word and icon."""

from django import template
from wagtail.models import Page

from core.status import SCHEDULED, flag_of, status_of

register = template.Library()


@register.inclusion_tag("core/page_status.html")
def page_status(page: Page) -> dict:
    """The status of a page, with the moment it is planned for and a flag when somebody is needed."""
    status = status_of(page)
    planned = page.go_live_at if status is SCHEDULED else None
    return {"status": status, "planned": planned, "flag": flag_of(page)}
