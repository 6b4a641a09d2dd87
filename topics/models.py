"""Topics, body sites and glossary terms."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin
from wagtail.search import index

from core.feeds import FeedPage
from core.listing import ListingPage
from core.models import BasePage
from topics.listing import page_counts, pages_about


class TopicIndexPage(ListingPage, BasePage):
    """The list of all topics."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["topics.TopicPage"]
    page_description = "The list of all topics."
    fixed_slugs = frozenset({"topics"})

    introduction = models.TextField(blank=True, help_text="One or two sentences above the list.")

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    per_page = 48

    class Meta:
        verbose_name = "topics"

    def listed_pages(self):
        return TopicPage.objects.order_by("title")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        counts = page_counts()
        for topic in context["items"]:
            topic.page_count = counts.get(topic.pk, 0)
        return context


class TopicPage(FeedPage, ListingPage, BasePage):
    """A subject that gathers posts, conditions, questions and products."""

    parent_page_types = ["topics.TopicIndexPage"]
    subpage_types: list[str] = []
    page_description = "A subject that gathers posts, conditions, questions and products."

    introduction = RichTextField(
        features=["bold", "italic", "link"], blank=True, help_text="What readers find under this topic."
    )

    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]
    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = "topic"

    def listed_pages(self):
        return pages_about(self)

    def feed_pages(self):
        return pages_about(self)


class BodySite(TranslatableMixin, index.Indexed, models.Model):
    """A place on the body, such as the upper back."""

    name = models.CharField(max_length=80, help_text="In everyday words: “Upper back”.")
    clinical_name = models.CharField(max_length=120, blank=True, help_text="For example “Interscapular region”.")

    panels = [FieldPanel("name"), FieldPanel("clinical_name")]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("clinical_name"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]

    def __str__(self):
        return self.name


class GlossaryTerm(TranslatableMixin, index.Indexed, models.Model):
    """A technical word and what it means in plain words."""

    term = models.CharField(max_length=80, help_text="For example “Comedone”.")
    meaning = models.TextField(help_text="One sentence a stranger would understand.")

    panels = [FieldPanel("term"), FieldPanel("meaning")]
    search_fields = [index.SearchField("term"), index.AutocompleteField("term"), index.SearchField("meaning")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["term"]

    def __str__(self):
        return self.term
