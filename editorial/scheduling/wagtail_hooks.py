"""What publishing on time registers with Wagtail."""

from django.contrib.auth.models import Permission
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks

from editorial.scheduling.hold_views import HoldView, ResumeView
from editorial.scheduling.log_actions import register_actions
from editorial.scheduling.panel import add_schedule
from editorial.scheduling.views import try_now

# After the dashboard has put its own panels in place of the stock ones.
hooks.register("construct_homepage_panels", add_schedule, order=100)
hooks.register("register_log_actions", register_actions)


@hooks.register("register_admin_urls")
def schedule_urls():
    """Where one tries now, holds and resumes."""
    return [
        path("schedule/try/<str:kind>/<int:target_id>/", try_now, name="schedule_try_now"),
        path("schedule/hold/", HoldView.as_view(), name="schedule_hold"),
        path("schedule/resume/", ResumeView.as_view(), name="schedule_resume"),
    ]


@hooks.register("register_permissions")
def hold_permission():
    """Let administrators say who may hold everything."""
    return Permission.objects.filter(content_type__app_label="editorial_scheduling", codename="add_hold")


@hooks.register("insert_global_admin_css")
def hold_styles() -> str:
    """The banner stands on every page of the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/hold.css"))
