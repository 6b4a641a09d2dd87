"""Conditions and questions."""

from django.apps import AppConfig


class ConditionsConfig(AppConfig):
    """The app of conditions and questions."""

    name = "conditions"
    default_auto_field = "django.db.models.BigAutoField"
