"""Blocks shared by every kind of article, each found under its own noun."""

from core.blocks.base import ItemsBlock, LinesBlock, NoteBlock
from core.blocks.body import BodyBlock
from core.blocks.choosers import PageChoice, PictureChoice, SnippetChoice
from core.blocks.clinical import (
    DosAndDontsBlock,
    HowToBlock,
    PreventionBlock,
    SeekHelpBlock,
    SignsBlock,
    TriggersBlock,
)
from core.blocks.commerce import ProductBlock
from core.blocks.emptiness import is_empty
from core.blocks.prose import (
    CalloutBlock,
    FaqBlock,
    ImageBlock,
    QuestionAnswerBlock,
    QuoteBlock,
    SummaryBlock,
    TextBlock,
)

__all__ = [
    "BodyBlock",
    "CalloutBlock",
    "DosAndDontsBlock",
    "FaqBlock",
    "HowToBlock",
    "ImageBlock",
    "ItemsBlock",
    "LinesBlock",
    "NoteBlock",
    "PageChoice",
    "PictureChoice",
    "PreventionBlock",
    "ProductBlock",
    "QuestionAnswerBlock",
    "QuoteBlock",
    "SeekHelpBlock",
    "SignsBlock",
    "SnippetChoice",
    "SummaryBlock",
    "TextBlock",
    "TriggersBlock",
    "is_empty",
]
