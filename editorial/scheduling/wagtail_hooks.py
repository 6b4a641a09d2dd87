"""What publishing on time registers with Wagtail."""

from django.urls import path
from wagtail import hooks

from editorial.scheduling.panel import add_schedule
from editorial.scheduling.views import try_now

# After the dashboard has put its own panels in place of the stock ones.
hooks.register("construct_homepage_panels", add_schedule, order=100)


@hooks.register("register_admin_urls")
def schedule_urls():
    """The address “Try now” posts to."""
    return [path("schedule/try/<str:kind>/<int:target_id>/", try_now, name="schedule_try_now")]
