"""What it means that one page names another, said from either end."""

from typing import NamedTuple


class Relation(NamedTuple):
    """How a relation is called on the page that says so, and on the page it is said of."""

    there: str
    here: str


IN_TEXT = Relation("Links in its text", "Linked in the text of")
OTHER = Relation("Chooses", "Chosen by")

#: By the box in which the page is named, in the order in which they are shown.
RELATIONS = {
    "post_conditions.item.condition": Relation("Is about", "Posts about it"),
    "question_conditions.item.condition": Relation("Concerns", "Questions that concern it"),
    "topics.item": Relation("Filed under", "Filed under it"),
    "body.causes.items.item.condition": Relation("Names as a cause", "Named as a cause in"),
    "body.differential.items.item.condition": Relation("Differs from", "Often confused with it"),
    "condition_ingredients.item.ingredient": Relation("Ingredients that help", "Conditions it helps with"),
    "condition_products.item.product": Relation("Products that help", "Conditions it helps with"),
    "product_ingredients.item.ingredient": Relation("Contains", "Products that contain it"),
    "body.ingredients.items.item.ingredient": Relation("Explains what it does", "Explained in"),
    "body.product.product": Relation("Shows the product", "Shown on"),
    "successor": Relation("Readers may use instead", "Takes the place of"),
    "contributions.item.person": Relation("Written or reviewed by", "Wrote or reviewed"),
    "lead": Relation("Opens with", "Opens"),
    "related_pages.item.target": Relation("Recommends", "Recommended by"),
}
ORDER = [*RELATIONS.values(), OTHER, IN_TEXT]


def relation_of(box: str, is_text: bool) -> Relation:
    """The relation that a box stands for; a text links, and any other box chooses."""
    return RELATIONS.get(box) or (IN_TEXT if is_text else OTHER)
