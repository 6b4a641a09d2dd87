"""Form panels every article shares, in the order an editor writes."""

from django.forms import CheckboxSelectMultiple
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, MultipleChooserPanel

from articles.change_panel import CHANGE_PANEL

#: What a reader may be sent on to.
RELATED_PAGE_TYPES = [
    "blog.BlogPostPage",
    "conditions.ConditionPage",
    "conditions.QuestionPage",
    "ingredients.IngredientPage",
    "products.ProductPage",
    "home.StandardPage",
]

STANDFIRST_PANEL = FieldPanel("standfirst")
PICTURE_PANEL = MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading="Picture", icon="image")
#: For types written in words first, where many a page has no picture.
OPTIONAL_PICTURE_PANEL = MultiFieldPanel(
    [FieldPanel("image"), FieldPanel("image_alt")], heading="Picture", icon="image", classname="collapsed"
)
# The question about a change comes first: it is there on live pages only, and asked once.
ARTICLE_CONTENT_PANELS = [CHANGE_PANEL, STANDFIRST_PANEL, PICTURE_PANEL]

BYLINE_PANEL = MultiFieldPanel(
    [
        MultipleChooserPanel("contributions", chooser_field_name="person", heading="People", label="person"),
        FieldPanel("has_organisation_byline"),
    ],
    heading="Byline",
    icon="user",
)
SOURCES_PANEL = MultipleChooserPanel(
    "listed_sources",
    chooser_field_name="source",
    heading="Further sources",
    label="source",
    icon="openquote",
    help_text="Only what the text does not cite already: sources cited with the quotation mark button list themselves.",
)

TOPICS_PANEL = FieldPanel("topics", widget=CheckboxSelectMultiple, icon="tag")
RELATED_PANEL = MultipleChooserPanel(
    "related_pages",
    chooser_field_name="target",
    heading="Related pages",
    label="page",
    icon="link",
    help_text="What a reader of this page may want next, the best first: a question, an earlier post, a condition.",
)
#: For types that open with a short answer or a definition, which lists then show too.
LIST_WORDS_PANEL = MultiFieldPanel(
    [
        HelpPanel(
            "Lists and search results show the page's opening sentence. Write another one here if it is too long."
        ),
        FieldPanel("standfirst"),
    ],
    heading="In lists",
    icon="list-ul",
    classname="collapsed",
)
ARTICLE_PROMOTE_PANELS = [TOPICS_PANEL, RELATED_PANEL]
ARTICLE_SETTINGS_PANELS = [
    FieldPanel("published_at"),
    MultiFieldPanel(
        [FieldPanel("first_published_by_name"), FieldPanel("first_published_by_url")],
        heading="First published elsewhere",
        icon="redirect",
        classname="collapsed",
    ),
]
