"""Blocks of ordinary writing."""

from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from core.blocks.base import PROSE_FEATURES, ItemsBlock, LinesBlock, NoteBlock
from core.blocks.choosers import PictureChoice


class TextBlock(blocks.RichTextBlock):
    """Ordinary prose: headings, bold, lists, links and citations."""

    def __init__(self, features=None, **kwargs):
        super().__init__(features=features or PROSE_FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        template = "core/blocks/text.html"
        description = "Ordinary paragraphs, with headings, lists, links and citations."
        preview_value = (
            "<h2>Why the back is different</h2><p>Skin on the back is <b>thicker</b> than on the face, and most of "
            "it stays covered all day. Both change how a product should be used.</p>"
        )


class ImageBlock(blocks.StructBlock):
    """A picture with words for those who cannot see it."""

    image = PictureChoice(label="Picture", help_text="From the library, or uploaded in the same dialog.")
    alt = blocks.CharBlock(
        required=False,
        label="Description",
        help_text="What the picture shows, for those who cannot see it: “A smear of white cream on a forearm”.",
    )
    is_decorative = blocks.BooleanBlock(
        required=False,
        label="Decoration only",
        help_text="The picture adds mood, not information: no description is read out.",
    )
    caption = blocks.CharBlock(required=False, help_text="Printed below the picture: “A pea-sized amount is enough”.")
    long_description = blocks.TextBlock(
        required=False, rows=3, help_text="For charts and comparisons: everything the picture says, in words."
    )

    class Meta:
        icon = "image"
        template = "core/blocks/image.html"
        form_layout = BlockGroup(["image", "alt", "caption"], settings=["is_decorative", "long_description"])
        label_format = "{alt}"
        description = "One picture with its description, and a caption if you like."
        preview_value = {
            "image": None,
            "alt": "A smear of white cream on a forearm",
            "is_decorative": False,
            "caption": "A pea-sized amount is enough for both shoulders.",
            "long_description": "",
        }


class QuoteBlock(blocks.StructBlock):
    """Somebody's own words."""

    quote = blocks.TextBlock(
        rows=3, help_text="The words themselves, without quotation marks: “Most people stop a week too early”."
    )
    speaker = blocks.CharBlock(required=False, help_text="Who said it, and as what: “Ana Ruiz, pharmacist”.")

    class Meta:
        icon = "openquote"
        template = "core/blocks/quote.html"
        description = "Somebody's own words, set apart."
        preview_value = {
            "quote": "Most people stop a week before they would have seen a difference.",
            "speaker": "A pharmacist, on patience",
        }


class CalloutBlock(blocks.StructBlock):
    """One thing a hurried reader must not miss."""

    KINDS = [("note", "Good to know"), ("tip", "Tip"), ("warning", "Take care")]

    kind = blocks.ChoiceBlock(
        choices=KINDS, default="note", help_text="“Take care” for a risk, “Tip” for what makes it easier."
    )
    text = NoteBlock(help_text="Two sentences at most: “Put it on after the shower”.")

    class Meta:
        icon = "info-circle"
        template = "core/blocks/callout.html"
        label_format = "{kind}: {text}"
        description = "One thing a hurried reader must not miss: a note, a tip or a warning."
        preview_value = {
            "kind": "tip",
            "text": "<p>Put it on <b>after</b> the shower, while the skin is still slightly damp.</p>",
        }


class QuestionAnswerBlock(blocks.StructBlock):
    """One question with its answer."""

    question = blocks.CharBlock(help_text="As a reader would ask it: “Can I use it every day?”")
    answer = NoteBlock(help_text="Start with the answer itself: “Yes, from the third week on”.")

    class Meta:
        icon = "help"
        template = "core/blocks/question_answer.html"
        label_format = "{question}"
        description = "A question and its answer."
        preview_value = {
            "question": "Can I use it every day?",
            "answer": "<p>Start with every third day, and go on from there if the skin stays calm.</p>",
        }


class FaqBlock(blocks.StructBlock):
    """Questions readers really ask, each with a short answer."""

    title = blocks.CharBlock(default="Questions people ask", help_text="The heading above the questions.")
    items = ItemsBlock(QuestionAnswerBlock(), label="Questions")

    class Meta:
        icon = "help"
        template = "core/blocks/faq.html"
        label = "Questions and answers"
        form_layout = BlockGroup(["items"], settings=["title"])
        label_format = "{title}"
        description = "Questions readers ask, each with a short answer."
        preview_value = {
            "title": "Questions people ask",
            "items": [{"question": "Can I use it every day?", "answer": "<p>Start with every third day.</p>"}],
        }


class SummaryBlock(blocks.StructBlock):
    """The whole page in a few lines."""

    title = blocks.CharBlock(default="In short", help_text="The heading above the summary.")
    points = LinesBlock(help_text="The three to five things to remember: “Harmless, and common at any age”.")

    class Meta:
        icon = "clipboard-list"
        template = "core/blocks/summary.html"
        form_layout = BlockGroup(["points"], settings=["title"])
        label_format = "{points}"
        description = "The page in three to five lines, at the start or the end."
        preview_value = {
            "title": "In short",
            "points": "Harmless, and common at any age\nNo need to treat it\nSee a doctor if it hurts or grows",
        }
