"""Blocks only conditions and questions need: causes, lookalikes, diagnosis, procedures."""

from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from core.blocks import (
    BodyBlock,
    CalloutBlock,
    DosAndDontsBlock,
    FaqBlock,
    HowToBlock,
    ImageBlock,
    ItemsBlock,
    LinesBlock,
    NoteBlock,
    PageChoice,
    PreventionBlock,
    ProductBlock,
    QuoteBlock,
    SeekHelpBlock,
    SignsBlock,
    SummaryBlock,
    TextBlock,
    TriggersBlock,
)
from ingredients.blocks import IngredientsBlock, MedicationBlock, MedicationsBlock

CAUSE_PREVIEW = {
    "name": "Blocked follicle",
    "condition": None,
    "mechanism": "<p>Dead skin and sebum close the pore, and the plug turns white.</p>",
    "signs": "A small firm bump\nWhite when pressed",
    "self_care": "Wash gently once a day\nLeave it alone",
    "medications": [],
}


class CauseBlock(blocks.StructBlock):
    """One possible cause; only its name is needed."""

    name = blocks.CharBlock(help_text="For example “Too much sebum”.")
    condition = PageChoice(
        page_type="conditions.ConditionPage", required=False, help_text="If the cause is a condition with its own page."
    )
    mechanism = NoteBlock(
        required=False, label="How it comes about", help_text="For example “Sweat and friction inflame the pore”."
    )
    signs = LinesBlock(required=False, help_text="For example “Red papules”.")
    self_care = LinesBlock(required=False, label="Self-care", help_text="For example “Wear breathable cotton”.")
    medications = ItemsBlock(
        MedicationBlock(),
        required=False,
        default=[],
        collapsed=True,
        label="Medicines",
        help_text="Each with its guidance phrase: “Only if a doctor has prescribed it”.",
    )

    class Meta:
        icon = "cause"
        template = "conditions/blocks/cause.html"
        form_layout = BlockGroup(["name", "mechanism", "signs", "self_care", "medications"], settings=["condition"])
        description = "One possible cause: how it comes about, its signs, what to do."
        label_format = "{name}"
        preview_value = CAUSE_PREVIEW


class CausesBlock(blocks.StructBlock):
    """The possible causes, numbered, most likely first."""

    title = blocks.CharBlock(default="Possible causes", help_text="The heading above the causes.")
    items = ItemsBlock(CauseBlock(), label="Causes", min_num=1)

    class Meta:
        icon = "cause"
        template = "conditions/blocks/causes.html"
        form_layout = BlockGroup(["items"], settings=["title"])
        label_format = "{title}"
        description = "The possible causes, numbered, most likely first."
        preview_value = {"title": "Possible causes", "items": [CAUSE_PREVIEW]}


class LookalikeBlock(blocks.StructBlock):
    """One condition that looks similar, and the sign that tells it apart."""

    name = blocks.CharBlock(help_text="For example “Whiteheads”.")
    condition = PageChoice(
        page_type="conditions.ConditionPage", required=False, help_text="If it has a page of its own."
    )
    difference = blocks.TextBlock(rows=2, help_text="The sign that tells them apart: “Whiteheads can be emptied”.")

    class Meta:
        icon = "lookalike"
        template = "conditions/blocks/lookalike.html"
        form_layout = BlockGroup(["name", "difference"], settings=["condition"])
        description = "One condition that looks similar, and how to tell it apart."
        label_format = "{name}"
        preview_value = {"name": "Whiteheads", "condition": None, "difference": "Softer, and gone within days."}


class DifferentialBlock(blocks.StructBlock):
    """What else it could be."""

    title = blocks.CharBlock(default="What else it could be", help_text="The heading above the list.")
    items = ItemsBlock(LookalikeBlock(), label="Lookalikes", min_num=1)

    class Meta:
        icon = "lookalike"
        template = "conditions/blocks/differential.html"
        label = "What else it could be"
        form_layout = BlockGroup(["items"], settings=["title"])
        label_format = "{title}"
        description = "Conditions that look similar, and the sign that tells each apart."
        preview_value = {
            "title": "What else it could be",
            "items": [{"name": "Whiteheads", "condition": None, "difference": "Softer, and gone within days."}],
        }


class DiagnosisBlock(blocks.StructBlock):
    """How a professional finds out."""

    title = blocks.CharBlock(default="How it is diagnosed", help_text="The heading above.")
    who = blocks.CharBlock(help_text="For example “A dermatologist”.")
    examinations = LinesBlock(help_text="For example “A look through a magnifying lens”.")
    note = NoteBlock(required=False, help_text="What to expect or bring: “Come without make-up”.")

    class Meta:
        icon = "search"
        template = "conditions/blocks/diagnosis.html"
        form_layout = BlockGroup(["who", "examinations", "note"], settings=["title"])
        label_format = "{who}"
        description = "Who finds out what it is, and how."
        preview_value = {
            "title": "How it is diagnosed",
            "who": "A GP or dermatologist",
            "examinations": "A look through a magnifying lens\nRarely, a small sample of skin",
            "note": "<p>Come without make-up on the place.</p>",
        }


class ProcedureBlock(blocks.StructBlock):
    """One procedure carried out by a professional."""

    name = blocks.CharBlock(help_text="For example “Cryotherapy”.")
    how = blocks.TextBlock(rows=3, help_text="What is done, in two sentences: “The bump is frozen for a few seconds”.")
    who = blocks.CharBlock(label="Who may do it", help_text="For example “A dermatologist”.")
    anaesthesia = blocks.CharBlock(required=False, help_text="For example “Numbing cream”.")
    risks = LinesBlock(required=False, help_text="For example “Pale marks on dark skin”.")

    class Meta:
        icon = "procedure"
        template = "conditions/blocks/procedure.html"
        form_layout = BlockGroup(["name", "how", "who", "risks"], settings=["anaesthesia"])
        description = "One procedure: how, by whom, with which anaesthesia and risks."
        label_format = "{name}"
        preview_value = {
            "name": "Cryotherapy",
            "how": "The bump is frozen for a few seconds and falls off within days.",
            "who": "A dermatologist",
            "anaesthesia": "Usually none",
            "risks": "A blister\nA pale mark, more often on dark skin",
        }


class ProceduresBlock(blocks.StructBlock):
    """What a professional can do about it."""

    title = blocks.CharBlock(default="What a professional can do", help_text="The heading above the list.")
    items = ItemsBlock(ProcedureBlock(), label="Procedures", min_num=1)

    class Meta:
        icon = "procedure"
        template = "conditions/blocks/procedures.html"
        form_layout = BlockGroup(["items"], settings=["title"])
        label_format = "{title}"
        description = "Procedures only a professional may carry out, with their risks."
        preview_value = {
            "title": "What a professional can do",
            "items": [
                {
                    "name": "Cryotherapy",
                    "how": "The bump is frozen for a few seconds and falls off within days.",
                    "who": "A dermatologist",
                    "anaesthesia": "Usually none",
                    "risks": "A blister",
                }
            ],
        }


class ClinicalBody(BodyBlock):
    """Body of a condition or a question."""

    text = TextBlock(group="Writing")
    image = ImageBlock(group="Writing")
    quote = QuoteBlock(group="Writing")
    callout = CalloutBlock(group="Writing")
    summary = SummaryBlock(group="Writing")
    faq = FaqBlock(group="Writing")
    signs = SignsBlock(group="What it is")
    triggers = TriggersBlock(group="What it is")
    causes = CausesBlock(group="What it is")
    differential = DifferentialBlock(group="What it is")
    diagnosis = DiagnosisBlock(group="What it is")
    seek_help = SeekHelpBlock(group="What to do")
    how_to = HowToBlock(group="What to do")
    ingredients = IngredientsBlock(group="What to do")
    medications = MedicationsBlock(group="What to do")
    procedures = ProceduresBlock(group="What to do")
    dos_and_donts = DosAndDontsBlock(group="What to do")
    prevention = PreventionBlock(group="What to do")
    product = ProductBlock(group="What to do")
