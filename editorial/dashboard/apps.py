"""What an editor sees first."""

from django.apps import AppConfig


class EditorialDashboardConfig(AppConfig):
    """The app of the dashboard."""

    name = "editorial.dashboard"
    label = "editorial_dashboard"
    default_auto_field = "django.db.models.BigAutoField"
