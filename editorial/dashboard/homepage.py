"""Which panels the dashboard shows."""

from django.http import HttpRequest
from wagtail.admin.menu import DismissibleMenuItem, MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import LockedPagesPanel

from editorial.dashboard.panels import PANELS


def arrange_panels(request: HttpRequest, panels: list[Component]) -> None:
    """Put our panels in place of the stock ones, except the pages this person has locked."""
    # The stock list of pages to moderate asks several queries for each page in it.
    panels[:] = [*(panel() for panel in PANELS), *(panel for panel in panels if isinstance(panel, LockedPagesPanel))]


def leave_out_summary(request: HttpRequest, items: list[Component]) -> None:
    """Show no counts of pages, images and documents: they ask for nothing."""
    items.clear()


def leave_out_news(request: HttpRequest, items: list[MenuItem]) -> None:
    """Show no news about Wagtail, which only an administrator can act on, with a badge that asks to be clicked."""
    items[:] = [without_badge(item) for item in items if not item.name.startswith("whats-new")]


def without_badge(item: MenuItem) -> MenuItem:
    """A menu entry that counts as news until it is clicked, as one that is simply there."""
    if not isinstance(item, DismissibleMenuItem):
        return item
    attrs = {name: value for name, value in item.attrs.items() if not name.startswith("data-")}
    return MenuItem(item.label, item.url, name=item.name, icon_name=item.icon_name, order=item.order, attrs=attrs)
