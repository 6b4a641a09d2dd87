"""The people who sign in."""

from django.apps import AppConfig
from django.db.models.signals import post_init


class UsersConfig(AppConfig):
    """The app of the login."""

    name = "users"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.users.models import UserProfile

        from users.site_clock import forget_other_zones

        post_init.connect(forget_other_zones, sender=UserProfile, dispatch_uid="users.site_clock")
