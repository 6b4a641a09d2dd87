"""The schedule on the dashboard."""

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from core.site_time import zone_name
from editorial.scheduling.beat import SILENT_AFTER, last_beat, silent_since
from editorial.scheduling.before_live import before_they_go_live
from editorial.scheduling.bundles.blocked import blocked_bundles
from editorial.scheduling.due import next_moment
from editorial.scheduling.hold import in_force, may_hold
from editorial.scheduling.overview import oldest_overdue, today


class SchedulePanel(Component):
    """What is due today, what failed and why, what to mend before, and whether somebody keeps the schedule."""

    name = "schedule"
    template_name = "editorial/scheduling/panel.html"
    order = 125

    def get_context_data(self, parent_context):
        request, now = parent_context["request"], timezone.now()
        entries = today(request.user, now)
        waiting = [*blocked_bundles(request.user), *before_they_go_live(request.user)]
        waiting.sort(key=lambda one: one.moment)
        return super().get_context_data(parent_context) | {
            "request": request,
            "csrf_token": parent_context["csrf_token"],
            "entries": entries,
            "oldest": oldest_overdue(entries),
            "next_due": next_moment(now),
            "waiting": waiting,
            "is_silent": silent_since(SILENT_AFTER, now),
            "last_beat": last_beat(),
            "zone": zone_name(),
            "may_hold": may_hold(request.user),
            "is_held": bool(in_force(now)),
        }


def add_schedule(request: HttpRequest, panels: list[Component]) -> None:
    """Put the schedule among the panels of the dashboard."""
    panels.append(SchedulePanel())
