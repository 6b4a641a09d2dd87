"""The status of a page in the admin, always with the same word and icon."""

from django import template
from wagtail.models import Page

from core.status import flag_of, planned_for, status_of

register = template.Library()


@register.inclusion_tag("core/page_status.html")
def page_status(page: Page) -> dict:
    """The status of a page, with the moment it is planned for and a flag when somebody is needed."""
    return {"status": status_of(page), "planned": planned_for(page), "flag": flag_of(page)}
