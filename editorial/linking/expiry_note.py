"""What the schedule section says about a page that goes offline: who leads to it, and what its address will answer."""

from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from core.plan import end_of
from editorial.linking.connections import led_from


class ExpiryNote(Component):
    """Who leads to the page, with the ways to lead them elsewhere."""

    template_name = "editorial/linking/expiry_note.html"

    def __init__(self, page: Page, count: int, is_loose: bool) -> None:
        self.page = page
        self.count = count
        #: Whether the end stands in the draft alone.
        self.is_loose = is_loose

    def get_context_data(self, parent_context):
        return {"page": self.page, "count": self.count, "is_loose": self.is_loose}


def tell_who_leads_here(page: Page, request: HttpRequest) -> ExpiryNote | None:
    """The note of a page that is to go offline; nothing for others."""
    end = end_of(page)
    if not page.pk or not (end.wanted or end.kept):
        return None
    groups = led_from(page, request.user)
    count = len({one.page.pk for _, connections in groups for one in connections})
    return ExpiryNote(page, count, is_loose=end.is_loose and end.kept is None)
