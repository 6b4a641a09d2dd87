"""The blocks of the style guide."""

import pytest

from editorial.styleguide.blocks import body_blocks, previews

pytestmark = pytest.mark.django_db


class BlocksTests:
    def test_blocks_of_every_page_type_are_there_once(self):
        assert {"text", "causes", "seek_help", "medications", "product"} <= body_blocks().keys()
        labels = [label for label, _ in previews()]
        assert sorted(labels) == sorted(set(labels))

    def test_each_renders_with_its_preview(self):
        for label, block in previews():
            assert block.render().strip(), label
