"""Styles added to the admin, only where Wagtail's own fail."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString


def phone_css() -> SafeString:
    """The sheet that makes the editor usable at 390 pixels."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/phone.css"))


def status_css() -> SafeString:
    """The sheet of the words that say where a page stands."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/status.css"))


def schedule_css() -> SafeString:
    """The sheet of the schedule section and of the boxes for moments."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/schedule.css"))
