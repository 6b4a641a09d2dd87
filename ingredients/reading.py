"""What an ingredient hands its template: the conditions it helps with, and the products it is in."""

from django.apps import apps
from django.utils.functional import cached_property

from core.listing import still_offered, typed


class IngredientReading:
    """The other end of what conditions and products say about ingredients."""

    def pages_below(self) -> list:
        """What stands below the text."""
        return [*self.conditions_helped, *self.products_with_it]

    @cached_property
    def conditions_helped(self) -> list:
        """Conditions it helps with and readers may see, by name."""
        if not self.pk:
            return []
        helped = apps.get_model("conditions.ConditionPage").objects.filter(condition_ingredients__ingredient=self)
        return list(typed(helped.distinct().order_by("title")))

    @cached_property
    def products_with_it(self) -> list:
        """Products that contain it, are still sold and have a page readers may see, by name."""
        if not self.pk:
            return []
        products = apps.get_model("products.ProductPage").objects.filter(product_ingredients__ingredient=self)
        return still_offered(typed(products.select_related("brand").distinct().order_by("title")))
