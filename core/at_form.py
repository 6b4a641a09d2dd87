"""Who is at the form of a page, and what they can do about a date in it that nothing waits for yet."""

from dataclasses import dataclass

from wagtail.admin.panels import Panel
from wagtail.models import Page

from core.approval import is_approved


@dataclass(frozen=True)
class AtForm:
    """Somebody at the form of one page."""

    page: Page
    may_publish: bool
    #: Whether others are asked about the page.
    is_in_review: bool

    def to_schedule(self, button: str) -> str:
        """How the page is scheduled for the time in its form."""
        if self.is_in_review:
            return "that happens when the last reviewer approves"
        if self.may_publish:
            return f"press “{button}”"
        if is_approved(self.page):
            return "whoever may publish it sees the time you chose, and confirms it"
        return "submit it for review, and it is scheduled once approved"

    def to_count(self, button: str) -> str:
        """How another end comes to count."""
        if self.is_in_review:
            return "that counts once this text goes live"
        if self.may_publish:
            return f"press “{button}”"
        return "submit it for review, and it counts once this text goes live"


def at_form(panel: Panel.BoundPanel) -> AtForm:
    """Who is at the form that a panel belongs to."""
    page, user = panel.instance, panel.request.user
    if not page.pk:
        return AtForm(page, panel.form.parent_page.permissions_for_user(user).can_publish_subpage(), is_in_review=False)
    return AtForm(page, page.permissions_for_user(user).can_publish(), bool(page.workflow_in_progress))
