"""Every box of every form tells the editor what belongs in it."""

import pytest
from wagtail import blocks
from wagtail.models import Page, get_page_models

from tests.architecture.blocks import blocks_below, page_bodies

#: Named in full by their heading; what belongs in them is shown by the blocks themselves.
BODIES = {"body"}


def own_models():
    return [model for model in get_page_models() if model is not Page]


class HelpTextTests:
    @pytest.mark.parametrize("model", own_models(), ids=lambda model: model.__name__)
    def test_every_field_of_a_page_form_has_one(self, model):
        form_class = model.get_edit_handler().get_form_class()
        stock = {field.name for field in Page._meta.get_fields()}
        bare = [
            name
            for name, field in form_class.base_fields.items()
            if name not in stock | BODIES | {"comment_notifications"} and not field.help_text
        ]
        assert bare == []

    def test_every_box_of_a_block_has_one(self):
        bare = set()
        for body in page_bodies():
            for block in blocks_below(body):
                if isinstance(block, blocks.StructBlock):
                    for name, child in block.child_blocks.items():
                        if isinstance(child, blocks.FieldBlock) and not child.field.help_text:
                            bare.add(f"{type(block).__name__}.{name}")
        assert bare == set()
