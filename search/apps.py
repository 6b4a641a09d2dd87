"""Reader search."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The app of the readers' search."""

    name = "search"
    default_auto_field = "django.db.models.BigAutoField"
