"""What linking registers with Wagtail."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from core.schedule_panel import SECTION_HOOK
from core.taken_along import TAKE_BACK_HOOK
from editorial.linking import mention_views, sweep_views, views
from editorial.linking.after_saving import show_live_card, warn_of_gaps
from editorial.linking.bulk_actions import (
    LinkingDeleteBulkAction,
    LinkingMoveBulkAction,
    LinkingUnpublishBulkAction,
)
from editorial.linking.expiry_note import tell_who_leads_here
from editorial.linking.leading_back import lead_links_back
from editorial.linking.reports import LinksReportView

hooks.register(SECTION_HOOK, tell_who_leads_here, order=20)
hooks.register("after_create_page", warn_of_gaps)
hooks.register("after_edit_page", warn_of_gaps)
# After the schedule has said when a page goes live that is not live yet.
hooks.register("after_publish_page", show_live_card, order=100)
hooks.register(TAKE_BACK_HOOK, lead_links_back)
# After Wagtail has registered its own, which these take the place of.
hooks.register("register_bulk_action", LinkingUnpublishBulkAction, order=100)
hooks.register("register_bulk_action", LinkingDeleteBulkAction, order=100)
hooks.register("register_bulk_action", LinkingMoveBulkAction, order=100)


@hooks.register("register_admin_urls")
def link_urls():
    """The panel beside the page form, and its buttons."""
    return [
        path("links/<int:page_id>/", views.links, name="links"),
        path("links/<int:page_id>/add/", views.add, name="links_add"),
        path("links/<int:page_id>/not-here/", views.not_here, name="links_not_here"),
        path("links/<int:page_id>/meant/", views.meant, name="links_meant"),
        path("links/<int:page_id>/replace/", sweep_views.ReplaceView.as_view(), name="links_replace"),
        path("links/<int:page_id>/mentions/", mention_views.MentionsView.as_view(), name="links_mentions"),
        path("links/<int:page_id>/mentions/count/", mention_views.mention_count, name="links_mention_count"),
        path("reports/links/", LinksReportView.as_view(), name="links_report"),
        path("links/sweeps/<int:pk>/", sweep_views.SweepView.as_view(), name="links_sweep"),
        path("links/sweeps/<int:pk>/undo/", sweep_views.undo_sweep, name="links_sweep_undo"),
    ]


@hooks.register("insert_global_admin_css")
def live_card_styles() -> str:
    """The card stands in a message, on whatever page of the admin it is shown."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/live_card.css"))


@hooks.register("insert_global_admin_js")
def live_card_script() -> str:
    """Asks who mentions what was just published."""
    return format_html('<script src="{}"></script>', static("js/admin/live_card.js"))


@hooks.register("register_log_actions")
def link_actions(actions: LogActionRegistry) -> None:
    """What the history of a page says."""
    actions.register_action("links.sweep", "Change links", "Changed links, and not a word")
    actions.register_action("links.take_back", "Take back changed links", "Took back changed links")


@hooks.register("register_reports_menu_item")
def links_report_menu_item() -> MenuItem:
    """The report stands with the others."""
    return MenuItem("Links", reverse("links_report"), name="links", icon_name="link", order=900)
