"""The blog."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultipleChooserPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from articles.models import ArticlePage
from articles.panels import BYLINE_PANEL, SOURCES_PANEL
from blog.blocks import PostBody
from blog.listing import PostListing
from core.clinical import has_clinical_blocks
from core.models import BasePage


class BlogIndexPage(PostListing, BasePage):
    """All posts, newest first."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["blog.BlogPostPage"]
    page_description = "The list of all posts, newest first."
    fixed_slugs = frozenset({"blog"})

    introduction = models.TextField(blank=True, help_text="One or two sentences above the list.")

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = "blog"

    @property
    def post_model(self):
        return BlogPostPage


class BlogPostPage(ArticlePage):
    """A post by a named editor."""

    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types: list[str] = []
    page_description = "A dated piece by a named author: news, advice or a story from daily life."
    conditions_path = "post_conditions__condition"
    is_offered_unasked = True
    starter_blocks = ("text", "seek_help", "how_to", "dos_and_donts")

    body = StreamField(PostBody())

    search_fields = [*ArticlePage.search_fields, index.SearchField("body")]
    content_panels = [
        *ArticlePage.content_panels,
        FieldPanel("body"),
        SOURCES_PANEL,
        BYLINE_PANEL,
    ]
    promote_panels = [
        MultipleChooserPanel(
            "post_conditions",
            chooser_field_name="condition",
            heading="Conditions",
            label="condition",
            icon="crosshairs",
            help_text="What the post is about. Readers of those pages find it there.",
        ),
        *ArticlePage.promote_panels,
    ]

    class Meta:
        verbose_name = "post"

    @property
    def is_clinical(self) -> bool:
        """Whether the post gives advice about the body; one with prose and a product alone does not."""
        return has_clinical_blocks(self.body)


class PostCondition(Orderable):
    """A condition a post is about; readers of that page find the post there."""

    post = ParentalKey(BlogPostPage, on_delete=models.CASCADE, related_name="post_conditions")
    condition = models.ForeignKey("conditions.ConditionPage", on_delete=models.CASCADE, related_name="condition_posts")

    panels = [PageChooserPanel("condition")]

    def __str__(self):
        return str(self.condition)
