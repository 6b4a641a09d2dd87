"""Choosers that load what they chose once for the whole page."""

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from core import shelf


class FromShelf:
    """Takes what was chosen from the page's shelf, where another block or list may have put it."""

    def bulk_to_python(self, values):
        found = shelf.fetch(self.model_class, values)
        return [found.get(value) for value in values]


class PageChoice(FromShelf, blocks.PageChooserBlock):
    """A page of this site."""


class PictureChoice(FromShelf, ImageChooserBlock):
    """A picture of the library."""


class SnippetChoice(FromShelf, SnippetChooserBlock):
    """Something without an address of its own, such as a medicine."""
