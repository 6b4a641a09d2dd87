"""What publishing on time registers with Wagtail."""

from django.contrib.auth.models import Permission
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks

from core.ready import OFFER_HOOK
from core.schedule_panel import NOTE_HOOK, SECTION_HOOK
from editorial.scheduling.actions import add_schedule_actions
from editorial.scheduling.after_saving import confirm_approved, confirm_schedule, say_for_when, warn_of_loose_plan
from editorial.scheduling.away.account import CalendarSettingsPanel, MailSettingsPanel
from editorial.scheduling.away.report import ScheduleReportView, schedule_report_menu_item
from editorial.scheduling.away.views import CalendarAddressView, switch_off_calendar
from editorial.scheduling.bulk_publish import SchedulingPublishBulkAction
from editorial.scheduling.bundles import actions as bundle_actions
from editorial.scheduling.bundles.end_views import BundleEndView
from editorial.scheduling.bundles.preview import preview
from editorial.scheduling.bundles.views import BundlesView, BundleView, JoinView, NewBundleView
from editorial.scheduling.calendar import move_views
from editorial.scheduling.calendar.menu import CalendarMenuItem
from editorial.scheduling.calendar.views import CalendarView
from editorial.scheduling.hold_views import HoldView, ResumeView
from editorial.scheduling.log_actions import register_actions
from editorial.scheduling.panel import add_schedule
from editorial.scheduling.plan_note import tell_hold, tell_what_is_due
from editorial.scheduling.plans.assigned import add_assigned, tell_agreement
from editorial.scheduling.plans.views import NewIdeaView, PlanView
from editorial.scheduling.ready import offer_times, put_beside_waiting
from editorial.scheduling.ready_views import publish_ready
from editorial.scheduling.section import offer_slot, tell_week
from editorial.scheduling.slot_views import SlotsView
from editorial.scheduling.views import try_now, week

# After the dashboard has put its own panels in place of the stock ones.
hooks.register("construct_homepage_panels", add_schedule, order=100)
hooks.register("construct_homepage_panels", add_assigned, order=100)
hooks.register("construct_homepage_panels", put_beside_waiting, order=100)
hooks.register(OFFER_HOOK, offer_times)
hooks.register("register_log_actions", register_actions)
hooks.register(SECTION_HOOK, offer_slot)
hooks.register(SECTION_HOOK, tell_week, order=10)
hooks.register(NOTE_HOOK, tell_agreement)
hooks.register(NOTE_HOOK, tell_what_is_due, order=10)
hooks.register(NOTE_HOOK, tell_hold, order=10)
# After the big button has been put first.
hooks.register("construct_page_action_menu", add_schedule_actions, order=100)
hooks.register("after_create_page", warn_of_loose_plan)
hooks.register("after_edit_page", warn_of_loose_plan)
hooks.register("after_create_page", say_for_when)
hooks.register("after_edit_page", say_for_when)
hooks.register("after_edit_page", confirm_approved)
hooks.register("after_publish_page", confirm_schedule)
# After Wagtail has registered its own, which this takes the place of.
hooks.register("register_bulk_action", SchedulingPublishBulkAction, order=100)
hooks.register("register_account_settings_panel", CalendarSettingsPanel)
hooks.register("register_account_settings_panel", MailSettingsPanel)
hooks.register("register_reports_menu_item", schedule_report_menu_item)


@hooks.register("register_admin_urls")
def schedule_urls():
    """The calendar, plans and slots; where one tries now, publishes what is ready, holds, resumes; a date's week."""
    return [
        path("calendar/", CalendarView.as_view(), name="calendar"),
        path("calendar/new/", NewIdeaView.as_view(), name="calendar_new"),
        path("calendar/plan/<int:page_id>/", PlanView.as_view(), name="calendar_plan"),
        path("calendar/shift/<int:page_id>/", move_views.ShiftView.as_view(), name="calendar_shift"),
        path("calendar/drop/", move_views.drop, name="calendar_drop"),
        path("calendar/undo/", move_views.undo, name="calendar_undo"),
        path("schedule/try/<str:kind>/<int:target_id>/", try_now, name="schedule_try_now"),
        path("schedule/week/", week, name="schedule_week"),
        path("schedule/hold/", HoldView.as_view(), name="schedule_hold"),
        path("schedule/ready/<int:page_id>/<int:revision_id>/", publish_ready, name="publish_ready"),
        path("schedule/resume/", ResumeView.as_view(), name="schedule_resume"),
        path("schedule/slots/", SlotsView.as_view(), name="schedule_slots"),
        *away_urls(),
    ]


def away_urls():
    """The report, and where somebody makes the address of their calendar."""
    return [
        path("reports/schedule/", ScheduleReportView.as_view(), name="schedule_report"),
        path(
            "reports/schedule/results/", ScheduleReportView.as_view(results_only=True), name="schedule_report_results"
        ),
        path("account/calendar/", CalendarAddressView.as_view(), name="calendar_address"),
        path("account/calendar/off/", switch_off_calendar, name="calendar_address_off"),
    ]


@hooks.register("register_admin_urls")
def bundle_urls():
    """The screens of bundles, their buttons, and the site as it will be."""
    return [
        path("bundles/", BundlesView.as_view(), name="bundles"),
        path("bundles/new/", NewBundleView.as_view(), name="bundle_new"),
        path("bundles/join/<int:page_id>/", JoinView.as_view(), name="bundle_join"),
        path("bundles/<int:pk>/", BundleView.as_view(), name="bundle"),
        path("bundles/<int:pk>/end/", BundleEndView.as_view(), name="bundle_end"),
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


@hooks.register("register_permissions")
def slot_permission():
    """Let administrators say who may set slots and closed days."""
    return Permission.objects.filter(content_type__app_label="editorial_scheduling", codename="change_slot")


@hooks.register("insert_global_admin_css")
def hold_styles() -> str:
    """The banner stands on every page of the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/hold.css"))


@hooks.register("insert_global_admin_css")
def ready_styles() -> str:
    """The buttons stand in messages, on whatever page of the admin they are shown."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/ready.css"))


@hooks.register("insert_editor_js")
def section_script():
    """The script of the schedule section."""
    return format_html('<script src="{}"></script>', static("js/admin/schedule_section.js"))
