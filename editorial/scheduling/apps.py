"""Publishing on time."""

from django.apps import AppConfig
from django.core.signals import request_finished


class EditorialSchedulingConfig(AppConfig):
    """Carries out what is due, whatever breaks, and says what did not go through."""

    name = "editorial.scheduling"
    label = "editorial_scheduling"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from editorial.scheduling.catch_up import catch_up

        request_finished.connect(catch_up.after_response, dispatch_uid="scheduling.catch_up")
