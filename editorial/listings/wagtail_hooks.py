"""What listings register with Wagtail."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from editorial.listings.viewsets import LibraryGroup, listing_viewsets

hooks.register("register_admin_viewset", listing_viewsets)
hooks.register("register_admin_viewset", LibraryGroup)


@hooks.register("insert_global_admin_css")
def listing_styles() -> str:
    """Let details of a listing give way on a narrow screen."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/listings.css"))
