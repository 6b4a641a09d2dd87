"""The style guide: type, colour, space and components on one page, made of the real ones."""

from django.apps import AppConfig


class EditorialStyleguideConfig(AppConfig):
    """Shows those who write or build the site what it is made of."""

    name = "editorial.styleguide"
    label = "editorial_styleguide"
    default_auto_field = "django.db.models.BigAutoField"
