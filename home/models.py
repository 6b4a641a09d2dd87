"""The home page and the standing pages."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index

from articles.models import ArticlePage
from core.blocks import BodyBlock, CalloutBlock, FaqBlock, ImageBlock, QuoteBlock, SummaryBlock, TextBlock
from core.models import BasePage
from core.trail import DirectRoute
from home.reading import HomeReading, StandingReading
from home.settings import MenuLink, MenuSettings, SiteSettings

__all__ = ["HomePage", "MenuLink", "MenuSettings", "SiteSettings", "StandardPage"]


class HomePage(DirectRoute, HomeReading, BasePage):
    """The first page: one lead, the newest of everything, ways in."""

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "blog.BlogIndexPage",
        "conditions.ConditionIndexPage",
        "conditions.QuestionIndexPage",
        "products.ProductIndexPage",
        "ingredients.IngredientIndexPage",
        "people.PersonIndexPage",
        "topics.TopicIndexPage",
        "home.StandardPage",
    ]
    page_description = "The first page of the site."

    heading = models.CharField(max_length=120, blank=True, help_text="The promise at the top, in one line.")
    introduction = models.TextField(blank=True, help_text="One or two sentences below it.")
    lead = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The piece shown first. Left empty, it is the newest post.",
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("heading"), FieldPanel("introduction")], heading="Opening"),
        PageChooserPanel("lead", ["blog.BlogPostPage", "conditions.ConditionPage", "conditions.QuestionPage"]),
    ]

    class Meta:
        verbose_name = "home page"


class StandardPage(StandingReading, ArticlePage):
    """A standing page: about, editorial policy, how we make money, corrections, privacy."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    page_description = "A standing page such as “About us” or “Privacy”."
    starter_blocks = ("text",)
    has_byline = False
    share_kind = "website"
    #: What lists call it in front of readers, who have no use for the editors' word.
    kind_for_readers = "About this site"
    fixed_slugs = frozenset({"about", "editorial-policy", "how-we-make-money", "corrections", "privacy"})

    is_corrections = models.BooleanField(
        "list corrections", default=False, help_text="Shows every correction on the site below the text."
    )
    body = StreamField(
        BodyBlock(
            [
                ("text", TextBlock()),
                ("image", ImageBlock()),
                ("quote", QuoteBlock()),
                ("callout", CalloutBlock()),
                ("summary", SummaryBlock()),
                ("faq", FaqBlock()),
            ]
        ),
        blank=True,
    )

    search_fields = [*ArticlePage.search_fields, index.SearchField("body")]
    content_panels = [*ArticlePage.content_panels, FieldPanel("body")]
    settings_panels = [FieldPanel("is_corrections"), *ArticlePage.settings_panels]

    class Meta:
        verbose_name = "standing page"
