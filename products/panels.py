"""Form panels of products, in the order an editor writes."""

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    PageChooserPanel,
)

from articles.panels import ARTICLE_CONTENT_PANELS, BYLINE_PANEL, SOURCES_PANEL

PRODUCT_CONTENT_PANELS = [
    *ARTICLE_CONTENT_PANELS,
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("brand"), FieldPanel("size")]),
            FieldPanel("commercial_relation"),
            FieldPanel("suited_to"),
        ],
        heading="The product",
        icon="pick",
    ),
    InlinePanel(
        "offers",
        label="shop",
        heading="Where to buy",
        icon="link-external",
        help_text="One entry for each shop. Readers see the price with the day it was checked.",
    ),
    MultiFieldPanel(
        [FieldPanel("retired_on"), PageChooserPanel("successor", "products.ProductPage")],
        heading="No longer sold",
        icon="no-view",
        classname="collapsed",
    ),
    MultipleChooserPanel(
        "product_ingredients",
        chooser_field_name="ingredient",
        heading="Ingredients",
        label="ingredient",
        icon="droplet",
        help_text="Those with a page here, in the order of the label.",
    ),
    FieldPanel("body"),
    SOURCES_PANEL,
    BYLINE_PANEL,
]
