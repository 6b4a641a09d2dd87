"""The people who sign in."""

from django.apps import AppConfig


class UsersConfig(AppConfig):
    """The app of the login."""

    name = "users"
    default_auto_field = "django.db.models.BigAutoField"
