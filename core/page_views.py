"""Views for one page in the admin that a room puts in place of Wagtail's, without one room knowing of another."""

from django.views import View

_registered: dict[str, type[View]] = {}


def register_page_view(name: str, view: type[View]) -> None:
    """Put a view in the place that ``PageViewSet`` calls ``name``: “edit_view_class”, for example."""
    _registered[name] = view


def page_views() -> dict[str, type[View]]:
    """The registered views, under the names by which ``PageViewSet`` takes them."""
    return dict(_registered)
