"""What every article carries, whatever its type: standfirst, picture, topics, related pages, change log."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable
from wagtail.search import index

from articles import change_log
from articles.change_kinds import NO_CHANGE, ChangeKind
from articles.forms import ArticleForm
from articles.panels import (
    ARTICLE_CONTENT_PANELS,
    ARTICLE_PROMOTE_PANELS,
    ARTICLE_SETTINGS_PANELS,
    RELATED_PAGE_TYPES,
)
from articles.reading import ArticleReading
from articles.topics_field import TopicsField
from core.models import BasePage


class ArticlePage(ArticleReading, BasePage):
    """A page with an author: post, condition, question, ingredient, product or standing page."""

    #: Whether readers are shown who wrote it, so that somebody has to be named.
    has_byline = True
    #: What those it is shared with are told that it is.
    share_kind = "article"
    #: Whether the page speaks of signs, treatment or medicines, so that the safety rules for such pages apply.
    is_clinical = False
    #: The way from a page of this type to the conditions it is about; empty where there is none.
    conditions_path = ""
    #: Whether readers of pages with the same conditions or topics are led on to it without an editor's word.
    is_offered_unasked = False

    standfirst = models.TextField(
        max_length=300,
        blank=True,
        help_text="One sentence on what the reader will learn: “Why backs break out, and what calms them”.",
    )
    image = models.ForeignKey(
        "images.SiteImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown at the top, in lists and when the page is shared.",
    )
    image_alt = models.CharField(
        "image description",
        max_length=200,
        blank=True,
        help_text="What the picture shows: “White cream on a forearm”. Left empty, it counts as decoration.",
    )
    topics = TopicsField(
        "topics.TopicPage", blank=True, related_name="+", help_text="One or two, under which readers would look for it."
    )
    has_organisation_byline = models.BooleanField(
        "organisation byline",
        default=False,
        help_text="Published under the site's name instead of a person's, as for a policy or a notice.",
    )
    first_published_by_name = models.CharField(
        "first published by",
        max_length=160,
        blank=True,
        help_text="Only for a syndicated piece, who ran it first: “Harbour Health”.",
    )
    first_published_by_url = models.URLField(
        "their address", blank=True, help_text="Where it first appeared: “https://…”."
    )
    change_kind = models.CharField(
        "kind of change",
        max_length=20,
        choices=ChangeKind.choices,
        default=ChangeKind.SMALL_FIX,
        help_text="What publishing this change means to readers.",
    )
    change_note = models.CharField(
        "what changed", max_length=200, blank=True, help_text="One line: “New advice on retinoids in pregnancy”."
    )
    correction_wrong = models.CharField(
        "what was wrong", max_length=300, blank=True, help_text="As it stood: “Use twice a day”."
    )
    correction_right = models.CharField(
        "what is right", max_length=300, blank=True, help_text="As it should be: “Use once a day”."
    )

    base_form_class = ArticleForm
    exclude_fields_in_copy = [*BasePage.exclude_fields_in_copy, *NO_CHANGE]

    search_fields = [*BasePage.search_fields, index.SearchField("standfirst", boost=2)]
    content_panels = [*BasePage.content_panels, *ARTICLE_CONTENT_PANELS]
    promote_panels = [*ARTICLE_PROMOTE_PANELS, *BasePage.promote_panels]
    settings_panels = [*BasePage.settings_panels, *ARTICLE_SETTINGS_PANELS]

    class Meta:
        abstract = True

    def before_change_goes_live(self, before):
        """Tell readers what changed, in the same transaction, and leave the next change unanswered."""
        change_log.record(self, before)
        change_log.forget_answer(self)

    def with_content_json(self, content):
        """The page as a revision describes it; what readers were told about it already is not told again."""
        page = super().with_content_json(content)
        if change_log.is_answered(page) and change_log.was_told(self, content):
            change_log.forget_answer(page)
        return page


class RelatedPage(Orderable):
    """A page an editor recommends to readers of another."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="related_pages")
    target = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="related_from")

    panels = [PageChooserPanel("target", RELATED_PAGE_TYPES)]

    def __str__(self):
        return str(self.target)


class Change(models.Model):
    """An update or correction readers were told about; small fixes leave no row."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="changes")
    revision = models.OneToOneField(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="announced_change"
    )
    kind = models.CharField(max_length=20, choices=ChangeKind.choices)
    happened_at = models.DateTimeField()
    note = models.CharField("what changed", max_length=200, blank=True)
    wrong = models.CharField("what was wrong", max_length=300, blank=True)
    right = models.CharField("what is right", max_length=300, blank=True)

    panels = [FieldPanel("note"), FieldPanel("wrong"), FieldPanel("right")]

    class Meta:
        ordering = ["-happened_at"]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.page}"
