"""What pages cite."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index


class Source(TranslatableMixin, index.Indexed, models.Model):
    """A publication, guideline or public body that can be cited on any page."""

    class Kind(models.TextChoices):
        """What sort of source it is."""

        GUIDELINE = "guideline", "Guideline"
        STUDY = "study", "Study or review"
        PUBLIC_BODY = "public_body", "Public body or hospital"
        BOOK = "book", "Book"
        REGULATION = "regulation", "Law or regulation"
        OTHER = "other", "Other"

    title = models.CharField(max_length=255, help_text="As printed: “Acne vulgaris: management”.")
    publisher = models.CharField(max_length=160, help_text="For example “NICE” or “Mayo Clinic Health System”.")
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.PUBLIC_BODY)
    url = models.URLField("address", blank=True, help_text="Where it can be read.")
    published_year = models.PositiveSmallIntegerField(null=True, blank=True, help_text="For example 2024.")
    checked_on = models.DateField(null=True, blank=True, help_text="When somebody last opened it and read it.")

    panels = [
        FieldPanel("title"),
        FieldPanel("publisher"),
        FieldPanel("kind"),
        FieldPanel("url"),
        FieldPanel("published_year"),
        FieldPanel("checked_on"),
    ]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("publisher"),
        index.AutocompleteField("publisher"),
        index.FilterField("kind"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["publisher", "title"]

    def __str__(self):
        return f"{self.publisher}: {self.title}"


class ListedSource(Orderable):
    """A source listed under a page without being cited in its text."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="listed_sources")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="listings")

    panels = [FieldPanel("source")]

    def __str__(self):
        return str(self.source)
