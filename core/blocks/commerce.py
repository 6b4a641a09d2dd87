"""The block that shows a product."""

from wagtail import blocks

from core.blocks.choosers import PageChoice


class ProductBlock(blocks.StructBlock):
    """A product from the shop pages, labelled by its commercial relation."""

    product = PageChoice(page_type="products.ProductPage", help_text="Its label follows from the product page.")
    reason = blocks.TextBlock(
        required=False, rows=2, help_text="Why it is shown here: “A gentle start for skin that reacts easily”."
    )

    class Meta:
        icon = "tag"
        template = "core/blocks/product.html"
        description = "A product with its label. Paid, gifted, affiliate and own-brand links are marked by themselves."
        preview_value = {"product": None, "reason": "A gentle start for skin that reacts easily."}
