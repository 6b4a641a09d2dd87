"""Registers the publish step with the admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from editorial.publishing.next_step import put_next_step_first

hooks.register("construct_page_action_menu", put_next_step_first)


@hooks.register("insert_editor_js")
def autosave_comes_first():
    """The script that sends the page form after a running autosave."""
    return format_html('<script src="{}"></script>', static("js/admin/wait_for_autosave.js"))


@hooks.register("insert_editor_js")
def button_follows_date():
    """The script that keeps the publish button saying what it does."""
    return format_html('<script src="{}"></script>', static("js/admin/publish_button.js"))
