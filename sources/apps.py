"""What a page cites."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """The app of sources and citations."""

    name = "sources"
    default_auto_field = "django.db.models.BigAutoField"
