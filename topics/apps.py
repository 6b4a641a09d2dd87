"""Topics, body sites and glossary terms."""

from django.apps import AppConfig


class TopicsConfig(AppConfig):
    """The app of topics, body sites and glossary."""

    name = "topics"
    default_auto_field = "django.db.models.BigAutoField"
