"""The edit form's publish step: the next step as the big button, and one-click repairs."""

from django.apps import AppConfig


class EditorialPublishingConfig(AppConfig):
    """Offers the repairs publish checks ask for."""

    name = "editorial.publishing"
    label = "editorial_publishing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from core import publishing
        from editorial.publishing.help_card import MOVE_UP

        publishing.register_fix(MOVE_UP)
