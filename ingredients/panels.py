"""Form panels of ingredients, in the order an editor writes."""

from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel

from articles.change_panel import CHANGE_PANEL
from articles.panels import (
    ARTICLE_PROMOTE_PANELS,
    BYLINE_PANEL,
    LIST_WORDS_PANEL,
    OPTIONAL_PICTURE_PANEL,
    SOURCES_PANEL,
)

INGREDIENT_CONTENT_PANELS = [
    CHANGE_PANEL,
    FieldPanel("function"),
    MultiFieldPanel([FieldPanel("strengths"), FieldPanel("cautions")], heading="How to use it", icon="droplet"),
    MultiFieldPanel([FieldPanel("inci_name"), FieldPanel("also_known_as")], heading="Other names", icon="tag"),
    InlinePanel(
        "statuses",
        label="region",
        heading="What regions allow",
        icon="globe",
        help_text="With the day it was checked: “European Union: up to 2 % in leave-on, checked on 3 May”.",
    ),
    OPTIONAL_PICTURE_PANEL,
    FieldPanel("body"),
    SOURCES_PANEL,
    BYLINE_PANEL,
]
INGREDIENT_PROMOTE_PANELS = [*ARTICLE_PROMOTE_PANELS, LIST_WORDS_PANEL]
