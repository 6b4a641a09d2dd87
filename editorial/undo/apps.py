"""Taking back what was just published, scheduled or taken offline."""

from django.apps import AppConfig


class EditorialUndoConfig(AppConfig):
    """Offers “Undo” beside the message that says what was done."""

    name = "editorial.undo"
    label = "editorial_undo"
    default_auto_field = "django.db.models.BigAutoField"
