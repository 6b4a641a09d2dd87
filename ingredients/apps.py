"""Cosmetic ingredients and medicines."""

from django.apps import AppConfig


class IngredientsConfig(AppConfig):
    """The app of ingredients and medicines."""

    name = "ingredients"
    default_auto_field = "django.db.models.BigAutoField"
