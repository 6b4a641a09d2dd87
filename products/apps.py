"""Products, brands and merchants."""

from django.apps import AppConfig


class ProductsConfig(AppConfig):
    """The app of products."""

    name = "products"
    default_auto_field = "django.db.models.BigAutoField"
