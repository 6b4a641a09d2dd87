"""Form panels of conditions and questions, in the order an editor writes."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, MultipleChooserPanel

from articles.change_panel import CHANGE_PANEL
from articles.panels import (
    ARTICLE_PROMOTE_PANELS,
    BYLINE_PANEL,
    LIST_WORDS_PANEL,
    OPTIONAL_PICTURE_PANEL,
    SOURCES_PANEL,
)

KEY_FACTS_PANEL = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("seriousness"), FieldPanel("course")]),
        FieldRowPanel([FieldPanel("feeling"), FieldPanel("is_contagious")]),
        FieldRowPanel([FieldPanel("size_min_mm"), FieldPanel("size_max_mm")]),
        FieldRowPanel([FieldPanel("colour"), FieldPanel("surface")]),
        FieldRowPanel([FieldPanel("shape"), FieldPanel("contents")]),
        FieldPanel("arrangement"),
    ],
    heading="Key facts",
    icon="list-ul",
    help_text="Each stated once, here: the page, lists and search engines read it from these boxes. Leave open "
    "what is not known.",
)
SITES_PANEL = MultipleChooserPanel(
    "sites",
    chooser_field_name="body_site",
    heading="Where on the body",
    label="place",
    icon="crosshairs",
    help_text="The usual places, and others where it also occurs: “Usually: eyelids. Also: upper back”.",
)
CONDITION_CONTENT_PANELS = [
    CHANGE_PANEL,
    FieldPanel("definition"),
    MultiFieldPanel([FieldPanel("also_known_as"), FieldPanel("clinical_names")], heading="Other names", icon="tag"),
    KEY_FACTS_PANEL,
    SITES_PANEL,
    OPTIONAL_PICTURE_PANEL,
    FieldPanel("body"),
    SOURCES_PANEL,
    BYLINE_PANEL,
]
CONDITION_PROMOTE_PANELS = [
    MultipleChooserPanel(
        "condition_ingredients",
        chooser_field_name="ingredient",
        heading="Ingredients that help",
        label="ingredient",
        icon="droplet",
        help_text="Shown here and on the ingredient's own page: “Salicylic acid”.",
    ),
    MultipleChooserPanel(
        "condition_products",
        chooser_field_name="product",
        heading="Products that help",
        label="product",
        icon="pick",
        help_text="Shown here and on the product's own page, always with their label.",
    ),
    *ARTICLE_PROMOTE_PANELS,
    LIST_WORDS_PANEL,
]

QUESTION_CONTENT_PANELS = [
    CHANGE_PANEL,
    MultiFieldPanel([FieldPanel("short_answer"), FieldPanel("verdict")], heading="Short answer", icon="help"),
    MultipleChooserPanel(
        "question_conditions",
        chooser_field_name="condition",
        heading="Conditions",
        label="condition",
        icon="crosshairs",
        help_text="What the question is about; the first is the main one. Readers of those pages find it there.",
    ),
    FieldPanel("body"),
    SOURCES_PANEL,
    BYLINE_PANEL,
    OPTIONAL_PICTURE_PANEL,
]
QUESTION_PROMOTE_PANELS = [*ARTICLE_PROMOTE_PANELS, LIST_WORDS_PANEL]
