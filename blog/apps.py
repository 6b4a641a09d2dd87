"""Blog posts."""

from django.apps import AppConfig


class BlogConfig(AppConfig):
    """The app of the blog."""

    name = "blog"
    default_auto_field = "django.db.models.BigAutoField"
