"""The body of a blog post."""

from core.blocks import (
    BodyBlock,
    CalloutBlock,
    DosAndDontsBlock,
    FaqBlock,
    HowToBlock,
    ImageBlock,
    PreventionBlock,
    ProductBlock,
    QuoteBlock,
    SeekHelpBlock,
    SignsBlock,
    SummaryBlock,
    TextBlock,
    TriggersBlock,
)
from ingredients.blocks import IngredientsBlock, MedicationsBlock


class PostBody(BodyBlock):
    """Prose first; the typed blocks where a post gives advice."""

    text = TextBlock(group="Writing")
    image = ImageBlock(group="Writing")
    quote = QuoteBlock(group="Writing")
    callout = CalloutBlock(group="Writing")
    summary = SummaryBlock(group="Writing")
    faq = FaqBlock(group="Writing")
    signs = SignsBlock(group="Advice")
    triggers = TriggersBlock(group="Advice")
    seek_help = SeekHelpBlock(group="Advice")
    how_to = HowToBlock(group="Advice")
    ingredients = IngredientsBlock(group="Advice")
    medications = MedicationsBlock(group="Advice")
    dos_and_donts = DosAndDontsBlock(group="Advice")
    prevention = PreventionBlock(group="Advice")
    product = ProductBlock(group="Advice")
