"""Products, brands and merchants."""

from django.apps import AppConfig


class ProductsConfig(AppConfig):
    """The app of products."""

    name = "products"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from core import publishing
        from products.disclosure import own_brand_is_said

        publishing.register(own_brand_is_said)
