"""The stream of blocks an article is written in."""

from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError, StreamValue

from core.blocks.emptiness import filled, is_empty


class BodyBlock(blocks.StreamBlock):
    """Article body; blocks left empty stay where they are in the form and are ignored everywhere else."""

    def clean(self, value):
        if self.is_deferred_validation:
            return super().clean(value)
        positions = [place for place, child in enumerate(value) if not is_empty(child.block, child.value)]
        kept = [(child.block_type, child.value, child.id) for child in value]
        try:
            cleaned = super().clean(StreamValue(self, [kept[place] for place in positions]))
        except StreamBlockValidationError as error:
            moved = {positions[place]: problem for place, problem in error.block_errors.items()}
            raise StreamBlockValidationError(block_errors=moved, non_block_errors=error.non_block_errors) from error
        for place, child in zip(positions, cleaned, strict=True):
            kept[place] = (child.block_type, child.value, child.id)
        return StreamValue(self, kept)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["filled"] = filled(value)
        return context

    class Meta:
        template = "core/blocks/body.html"
