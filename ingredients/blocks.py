"""Blocks that name cosmetic ingredients and medicines."""

from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from core.blocks import ItemsBlock, NoteBlock, PageChoice, SnippetChoice


class IngredientBlock(blocks.StructBlock):
    """One ingredient and what it does here."""

    ingredient = PageChoice(page_type="ingredients.IngredientPage", help_text="Its page, such as “Salicylic acid”.")
    role = blocks.CharBlock(label="What it does here", help_text="For example “Loosens the plug in the pore”.")
    strength = blocks.CharBlock(required=False, help_text="For example “0.5 to 2 %, start low”.")
    caution = blocks.TextBlock(required=False, rows=2, help_text="For example “Use sunscreen”.")

    class Meta:
        icon = "droplet"
        template = "ingredients/blocks/ingredient.html"
        label_format = "{ingredient}"
        description = "One ingredient: what it does here, at which strength, with what care."
        preview_value = {
            "ingredient": None,
            "role": "Loosens the plug in the pore",
            "strength": "0.5 to 2 %, start low",
            "caution": "Can sting at first; use sunscreen.",
        }


class IngredientsBlock(blocks.StructBlock):
    """Ingredients worth looking for."""

    title = blocks.CharBlock(default="Ingredients to look for", help_text="The heading above the list.")
    introduction = NoteBlock(required=False, help_text="How to choose between them: “One at a time”.")
    items = ItemsBlock(IngredientBlock(), label="Ingredients", min_num=1)

    class Meta:
        icon = "droplet"
        template = "ingredients/blocks/ingredients.html"
        form_layout = BlockGroup(["items"], settings=["title", "introduction"])
        label_format = "{title}"
        description = "Ingredients worth looking for, what each does here, and how strong."
        preview_value = {
            "title": "Ingredients to look for",
            "introduction": "<p>One at a time, so you know what helped.</p>",
            "items": [
                {
                    "ingredient": None,
                    "role": "Loosens the plug in the pore",
                    "strength": "0.5 to 2 %, start low",
                    "caution": "Can sting at first; use sunscreen.",
                }
            ],
        }


class MedicationBlock(blocks.StructBlock):
    """One medicine, always with the words that send the reader to somebody who may prescribe it."""

    medicine = SnippetChoice("ingredients.Medicine", help_text="The substance, never a brand.")
    role = blocks.CharBlock(
        required=False, label="What it does here", help_text="For example “Relieves the itch while the skin heals”."
    )
    guidance = blocks.CharBlock(
        label="Guidance phrase", help_text="Under whose guidance: “Only if a doctor has prescribed it”."
    )
    form = blocks.CharBlock(required=False, help_text="For example “Gel” or “Capsules”.")

    class Meta:
        icon = "medicine"
        template = "ingredients/blocks/medication.html"
        label_format = "{medicine}"
        description = "One medicine: what it does here, its form and the guidance phrase."
        preview_value = {
            "medicine": None,
            "role": "Keeps new plugs from forming",
            "form": "Gel",
            "guidance": "Only if a doctor has prescribed it.",
        }


class MedicationsBlock(blocks.StructBlock):
    """Medicines a doctor may suggest."""

    title = blocks.CharBlock(default="Medicines a doctor may suggest", help_text="The heading above the list.")
    introduction = NoteBlock(
        required=False, help_text="What decides whether one is needed: “Most people need none of these”."
    )
    items = ItemsBlock(MedicationBlock(), label="Medicines", min_num=1)

    class Meta:
        icon = "medicine"
        template = "ingredients/blocks/medications.html"
        label = "Medicines"
        form_layout = BlockGroup(["items"], settings=["title", "introduction"])
        label_format = "{title}"
        description = "Medicines a doctor may suggest, each with its guidance phrase."
        preview_value = {
            "title": "Medicines a doctor may suggest",
            "introduction": "<p>Most people need none of these.</p>",
            "items": [
                {
                    "medicine": None,
                    "role": "Keeps new plugs from forming",
                    "form": "Gel",
                    "guidance": "Only if a doctor has prescribed it.",
                }
            ],
        }
