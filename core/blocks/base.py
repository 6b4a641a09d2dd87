"""What the shared blocks are made of."""

from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError, ListValue

from core.blocks.emptiness import is_empty

#: Rich text of ordinary prose.
PROSE_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "source"]
#: Rich text inside a box: no headings, no lists.
NOTE_FEATURES = ["bold", "italic", "link", "source"]


class LinesBlock(blocks.TextBlock):
    """A list typed into one box, one item a line; templates split it with the ``lines`` filter."""

    def __init__(self, required=True, help_text=None, rows=2, **kwargs):
        hint = "One per line."
        super().__init__(required=required, help_text=f"{hint} {help_text}" if help_text else hint, rows=rows, **kwargs)


class NoteBlock(blocks.RichTextBlock):
    """A short passage inside another block: bold, links and citations only."""

    def __init__(self, features=None, **kwargs):
        super().__init__(features=features or NOTE_FEATURES, **kwargs)


class ItemsBlock(blocks.ListBlock):
    """A list of boxes that opens with one; boxes left empty stay in the form and are ignored everywhere else."""

    def clean(self, value):
        value = self.normalize(value)
        if self.is_deferred_validation:
            return super().clean(value)
        kept = list(value.bound_blocks)
        positions = [place for place, item in enumerate(value) if not is_empty(self.child_block, item)]
        try:
            cleaned = super().clean(ListValue(self, bound_blocks=[kept[place] for place in positions]))
        except ListBlockValidationError as error:
            moved = {positions[place]: problem for place, problem in error.block_errors.items()}
            raise ListBlockValidationError(block_errors=moved, non_block_errors=error.non_block_errors) from error
        for place, item in zip(positions, cleaned.bound_blocks, strict=True):
            kept[place] = item
        return ListValue(self, bound_blocks=kept)
