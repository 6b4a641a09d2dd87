"""What an ingredient hands its template: the conditions it helps with."""

from django.apps import apps
from django.utils.functional import cached_property

from core.listing import typed


class IngredientReading:
    """The other end of what conditions say about ingredients."""

    def pages_below(self) -> list:
        """What stands below the text."""
        return [*self.conditions_helped]

    @cached_property
    def conditions_helped(self) -> list:
        """Conditions it helps with and readers may see, by name."""
        if not self.pk:
            return []
        helped = apps.get_model("conditions.ConditionPage").objects.filter(condition_ingredients__ingredient=self)
        return list(typed(helped.distinct().order_by("title")))
