"""Cosmetic ingredients, which have an address, and medicines, which have none."""

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from articles.models import ArticlePage
from core.a_to_z import AToZPage
from core.blocks import BodyBlock, CalloutBlock, FaqBlock, HowToBlock, ImageBlock, SeekHelpBlock, TextBlock
from core.models import BasePage
from ingredients.panels import INGREDIENT_CONTENT_PANELS, INGREDIENT_PROMOTE_PANELS
from ingredients.reading import IngredientReading


class RegionalStatus(Orderable):
    """How one region regulates a substance, and on which day that was checked."""

    class Region(models.TextChoices):
        """Where the status applies."""

        UK = "uk", "United Kingdom"
        EU = "eu", "European Union"
        US = "us", "United States"
        CANADA = "ca", "Canada"
        AUSTRALIA = "au", "Australia"
        OTHER = "other", "Elsewhere"

    region = models.CharField(max_length=10, choices=Region.choices, help_text="Where this applies.")
    status = models.CharField(max_length=160, help_text="For example “Prescription only” or “Up to 2 % in leave-on”.")
    as_of = models.DateField("checked on", help_text="The day somebody looked it up.")

    panels = [FieldRowPanel([FieldPanel("region"), FieldPanel("status"), FieldPanel("as_of")])]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return f"{self.get_region_display()}: {self.status}"


class IngredientIndexPage(AToZPage, BasePage):
    """All ingredients, A to Z."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["ingredients.IngredientPage"]
    page_description = "The A to Z of ingredients."
    fixed_slugs = frozenset({"ingredients"})

    introduction = models.TextField(blank=True, help_text="One or two sentences above the list.")

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    name_fields = ("inci_name", "also_known_as")

    class Meta:
        verbose_name = "ingredients"

    def listed_pages(self):
        return IngredientPage.objects.all()


class IngredientPage(IngredientReading, ArticlePage):
    """A cosmetic ingredient: what it does, how strong, with what care, and where it is allowed."""

    parent_page_types = ["ingredients.IngredientIndexPage"]
    subpage_types: list[str] = []
    page_description = "One cosmetic ingredient: what it does, how strong, with what care."
    conditions_path = "helps_with__condition"
    is_offered_unasked = True
    starter_blocks = ("text", "how_to")

    inci_name = models.CharField(
        "INCI name", max_length=160, blank=True, help_text="As on the label: “Salicylic Acid”."
    )
    also_known_as = models.TextField(blank=True, help_text="One name per line: “BHA”.")
    function = models.TextField(
        help_text="What it does for the skin, in one or two sentences: “Loosens the plug in a pore”."
    )
    strengths = models.TextField(blank=True, help_text="One per line: “0.5 to 2 % in leave-on products”.")
    cautions = models.TextField(blank=True, help_text="One per line: “Use sunscreen”.")
    body = StreamField(
        BodyBlock(
            [
                ("text", TextBlock()),
                ("image", ImageBlock()),
                ("callout", CalloutBlock()),
                ("how_to", HowToBlock()),
                ("seek_help", SeekHelpBlock()),
                ("faq", FaqBlock()),
            ]
        ),
        blank=True,
    )

    search_fields = [
        *ArticlePage.search_fields,
        index.SearchField("inci_name", boost=3),
        index.SearchField("also_known_as", boost=3),
        index.SearchField("function"),
        index.SearchField("body"),
    ]
    content_panels = [*BasePage.content_panels, *INGREDIENT_CONTENT_PANELS]
    promote_panels = [*INGREDIENT_PROMOTE_PANELS, *BasePage.promote_panels]

    class Meta:
        verbose_name = "ingredient"


class IngredientStatus(RegionalStatus):
    """How one region regulates a cosmetic ingredient."""

    ingredient = ParentalKey(IngredientPage, on_delete=models.CASCADE, related_name="statuses")


class Medicine(TranslatableMixin, index.Indexed, ClusterableModel):
    """A medicine by its substance; mentioned on pages, never sold or linked."""

    class Route(models.TextChoices):
        """How a medicine gets into the body."""

        TOPICAL = "topical", "On the skin"
        ORAL = "oral", "By mouth"
        INJECTED = "injected", "By injection"

    substance = models.CharField(max_length=120, help_text="The substance, not a brand: “Adapalene”.")
    medicine_class = models.CharField("class", max_length=120, blank=True, help_text="For example “Retinoid”.")
    is_topical = models.BooleanField("used on the skin", default=False)
    is_oral = models.BooleanField("taken by mouth", default=False)
    is_injected = models.BooleanField("injected", default=False)

    panels = [
        FieldPanel("substance"),
        FieldPanel("medicine_class"),
        MultiFieldPanel([FieldPanel("is_topical"), FieldPanel("is_oral"), FieldPanel("is_injected")], heading="Routes"),
        InlinePanel("statuses", label="status in a region", heading="Status by region"),
    ]
    search_fields = [
        index.SearchField("substance"),
        index.AutocompleteField("substance"),
        index.SearchField("medicine_class"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["substance"]

    def __str__(self):
        return self.substance

    @property
    def routes(self) -> list[str]:
        """The routes in words, such as “On the skin”."""
        routes = {
            self.Route.TOPICAL: self.is_topical,
            self.Route.ORAL: self.is_oral,
            self.Route.INJECTED: self.is_injected,
        }
        return [str(route.label) for route, is_used in routes.items() if is_used]


class MedicineStatus(RegionalStatus):
    """How one region regulates a medicine."""

    medicine = ParentalKey(Medicine, on_delete=models.CASCADE, related_name="statuses")
