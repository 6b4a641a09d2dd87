"""What the schedule section says about a page that goes offline: who leads to it, and what its address will answer."""

from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from editorial.linking.connections import led_from


class ExpiryNote(Component):
    """Who leads to the page, with the ways to lead them elsewhere."""

    template_name = "editorial/linking/expiry_note.html"

    def __init__(self, page: Page, count: int) -> None:
        self.page = page
        self.count = count

    def get_context_data(self, parent_context):
        return {"page": self.page, "count": self.count}


def tell_who_leads_here(page: Page, request: HttpRequest) -> ExpiryNote | None:
    """The note of a page that is to go offline; nothing for others."""
    if not page.pk or page.expire_at is None:
        return None
    groups = led_from(page, request.user)
    return ExpiryNote(page, len({one.page.pk for _, connections in groups for one in connections}))
