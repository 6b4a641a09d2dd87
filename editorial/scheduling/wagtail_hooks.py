"""What publishing on time registers with Wagtail."""

from django.contrib.auth.models import Permission
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks

from core.schedule_panel import SECTION_HOOK
from editorial.scheduling.actions import add_schedule_actions
from editorial.scheduling.after_saving import confirm_schedule, warn_of_loose_plan
from editorial.scheduling.bundles import actions as bundle_actions
from editorial.scheduling.bundles.preview import preview
from editorial.scheduling.bundles.views import BundlesView, BundleView, JoinView, NewBundleView
from editorial.scheduling.calendar.menu import CalendarMenuItem
from editorial.scheduling.calendar.views import CalendarView
from editorial.scheduling.hold_views import HoldView, ResumeView
from editorial.scheduling.log_actions import register_actions
from editorial.scheduling.panel import add_schedule
from editorial.scheduling.section import offer_slot, tell_week
from editorial.scheduling.views import try_now, week

# After the dashboard has put its own panels in place of the stock ones.
hooks.register("construct_homepage_panels", add_schedule, order=100)
hooks.register("register_log_actions", register_actions)
hooks.register(SECTION_HOOK, offer_slot)
hooks.register(SECTION_HOOK, tell_week, order=10)
# After the big button has been put first.
hooks.register("construct_page_action_menu", add_schedule_actions, order=100)
hooks.register("after_create_page", warn_of_loose_plan)
hooks.register("after_edit_page", warn_of_loose_plan)
hooks.register("after_publish_page", confirm_schedule)


@hooks.register("register_admin_urls")
def schedule_urls():
    """The calendar, where one tries now, holds and resumes, and what a typed date asks for its week."""
    return [
        path("calendar/", CalendarView.as_view(), name="calendar"),
        path("schedule/try/<str:kind>/<int:target_id>/", try_now, name="schedule_try_now"),
        path("schedule/week/", week, name="schedule_week"),
        path("schedule/hold/", HoldView.as_view(), name="schedule_hold"),
        path("schedule/resume/", ResumeView.as_view(), name="schedule_resume"),
    ]


@hooks.register("register_admin_urls")
def bundle_urls():
    """The screens of bundles, their buttons, and the site as it will be."""
    return [
        path("bundles/", BundlesView.as_view(), name="bundles"),
        path("bundles/new/", NewBundleView.as_view(), name="bundle_new"),
        path("bundles/join/<int:page_id>/", JoinView.as_view(), name="bundle_join"),
        path("bundles/<int:pk>/", BundleView.as_view(), name="bundle"),
        path("bundles/<int:pk>/add/", bundle_actions.add, name="bundle_add"),
        path("bundles/<int:pk>/without/<int:member_id>/", bundle_actions.take_out, name="bundle_take_out"),
        path("bundles/<int:pk>/newest/<int:member_id>/", bundle_actions.take_newest, name="bundle_take_newest"),
        path("bundles/<int:pk>/unschedule/", bundle_actions.unschedule, name="bundle_unschedule"),
        path("bundles/<int:pk>/delete/", bundle_actions.delete, name="bundle_delete"),
        path("bundles/<int:pk>/preview/", preview, name="bundle_preview"),
        path("bundles/<int:pk>/preview/<path:path>", preview, name="bundle_preview_page"),
    ]


@hooks.register("register_admin_menu_item")
def calendar_menu_item() -> CalendarMenuItem:
    """The calendar comes first in the menu."""
    return CalendarMenuItem()


@hooks.register("register_permissions")
def hold_permission():
    """Let administrators say who may hold everything."""
    return Permission.objects.filter(content_type__app_label="editorial_scheduling", codename="add_hold")


@hooks.register("insert_global_admin_css")
def hold_styles() -> str:
    """The banner stands on every page of the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/hold.css"))


@hooks.register("insert_editor_js")
def section_script():
    """The script of the schedule section."""
    return format_html('<script src="{}"></script>', static("js/admin/schedule_section.js"))
