"""What an ingredient hands its template."""

from conditions.models import ConditionIngredient, ConditionPage
from ingredients.models import IngredientPage
from tests.publication import draft, published


class ConditionsHelpedTests:
    def test_conditions_are_listed_by_name(self, db):
        page = published(IngredientPage)
        for make, title in [(published, "Milia"), (published, "Acne"), (draft, "Rash")]:
            make(ConditionPage, title=title, condition_ingredients=[ConditionIngredient(ingredient=page)])
        assert [condition.title for condition in page.conditions_helped] == ["Acne", "Milia"]

    def test_a_draft_nobody_has_saved_helps_with_nothing(self, db):
        assert IngredientPage(title="New").conditions_helped == []
