"""What taking back registers with Wagtail."""

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from editorial.undo.views import undo


@hooks.register("register_admin_urls")
def undo_url():
    """Where the button posts to."""
    return [path("undo/", undo, name="undo")]


@hooks.register("register_log_actions")
def undo_actions(actions: LogActionRegistry) -> None:
    """What the history of a page says."""
    actions.register_action("undo.publish", "Undo publishing", "Undid publishing")
    actions.register_action("undo.changes", "Undo publishing changes", "Undid publishing the changes")
    actions.register_action("undo.unpublish", "Undo taking offline", "Undid taking offline")
    actions.register_action("undo.schedule", "Undo scheduling", "Undid scheduling")


@hooks.register("insert_global_admin_css")
def undo_styles() -> str:
    """The button stands in a line with those Wagtail puts into its messages."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/undo.css"))
