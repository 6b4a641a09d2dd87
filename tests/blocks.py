"""Blocks rendered for tests, outside a page."""

from types import SimpleNamespace

from wagtail.blocks import Block

from home.settings import SiteSettings


def block_context() -> dict:
    """What a block template may ask of the site: the numbers to call."""
    site = SiteSettings(name="Plain Skin", emergency_number="999", advice_number="0300 111")
    return {"settings": SimpleNamespace(home=SimpleNamespace(SiteSettings=site))}


def rendered(block: Block, value: dict | str | None = None) -> str:
    """A block as readers see it; with its preview's content unless a value is given."""
    value = block.get_preview_value() if value is None else block.normalize(value)
    return block.render(value, context=block_context())


def without(block: Block, *names: str) -> dict:
    """The preview's content with some boxes left empty."""
    return {**block.get_preview_value(), **{name: block.child_blocks[name].get_default() for name in names}}


def optional(block: Block) -> list[str]:
    """The names of the boxes an editor may leave empty."""
    return [name for name, child in block.child_blocks.items() if not child.required]
