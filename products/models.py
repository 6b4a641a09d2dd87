"""Products the site shows, who makes them and who sells them."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from articles.models import ArticlePage
from core.blocks import BodyBlock, CalloutBlock, FaqBlock, HowToBlock, ImageBlock, QuoteBlock, TextBlock
from core.listing import ListingPage, newest_first
from core.models import BasePage
from products.disclosure import CommercialRelation
from products.panels import PRODUCT_CONTENT_PANELS
from products.reading import ProductReading
from products.retirement import still_sold


class Brand(TranslatableMixin, index.Indexed, models.Model):
    """Who makes a product."""

    name = models.CharField(max_length=120, help_text="As it stands on the package: “Harbour Skin”.")
    url = models.URLField("address", blank=True, help_text="The brand's own site: “https://…”.")
    is_own = models.BooleanField(
        "our own brand", default=False, help_text="Its products can then be published as “Our own brand” alone."
    )

    panels = [FieldPanel("name"), FieldPanel("url"), FieldPanel("is_own")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]

    def __str__(self):
        return self.name


class Merchant(TranslatableMixin, index.Indexed, models.Model):
    """A shop that sells products."""

    name = models.CharField(max_length=120, help_text="As readers know the shop: “Quay Pharmacy”.")
    url = models.URLField("address", blank=True, help_text="The shop's front page: “https://…”.")

    panels = [FieldPanel("name"), FieldPanel("url")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]

    def __str__(self):
        return self.name


class ProductIndexPage(ListingPage, BasePage):
    """All products."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["products.ProductPage"]
    page_description = "The list of all products."
    fixed_slugs = frozenset({"products"})

    introduction = models.TextField(blank=True, help_text="One or two sentences above the list.")

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = "products"

    def listed_pages(self):
        return newest_first(still_sold(ProductPage.objects.select_related("brand")))


class ProductPage(ProductReading, ArticlePage):
    """One product, with what the site gains from it said plainly."""

    parent_page_types = ["products.ProductIndexPage"]
    subpage_types: list[str] = []
    page_description = "One product, with what the site gains from it said plainly."
    # Readers are led on to a product by an editor alone.
    conditions_path = "helps_with__condition"
    starter_blocks = ("text", "how_to")
    card_relations = ("brand",)
    has_card_in_text = True
    needed_words = {"commercial_relation": "Say what we gain from this product: readers are told before any link."}

    brand = models.ForeignKey(
        Brand,
        null=True,
        blank=False,
        on_delete=models.PROTECT,
        related_name="products",
        help_text="Who makes it. A new brand can be added in the same dialog.",
    )
    commercial_relation = models.CharField(
        max_length=20,
        choices=CommercialRelation.choices,
        help_text="What we gain from it. Readers see it as a label; there is no default.",
    )
    size = models.CharField(max_length=40, blank=True, help_text="For example “50 ml”.")
    suited_to = models.TextField(blank=True, help_text="One per line: “Skin that reacts easily”.")
    retired_on = models.DateField(
        "no longer sold from",
        null=True,
        blank=True,
        help_text="From this day on the page says so on top, links to no shop and leaves the lists; its address stays.",
    )
    successor = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="What readers may use instead, if there is something.",
    )
    body = StreamField(
        BodyBlock(
            [
                ("text", TextBlock()),
                ("image", ImageBlock()),
                ("quote", QuoteBlock()),
                ("callout", CalloutBlock()),
                ("how_to", HowToBlock()),
                ("faq", FaqBlock()),
            ]
        ),
        blank=True,
    )

    # A copy is often the start of the product that takes over.
    exclude_fields_in_copy = [*ArticlePage.exclude_fields_in_copy, "retired_on", "successor"]

    search_fields = [*ArticlePage.search_fields, index.SearchField("body"), index.SearchField("suited_to")]
    content_panels = [*BasePage.content_panels, *PRODUCT_CONTENT_PANELS]

    class Meta:
        verbose_name = "product"


class ProductIngredient(Orderable):
    """An ingredient a product contains, in the order of its label."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="product_ingredients")
    ingredient = models.ForeignKey(
        "ingredients.IngredientPage", on_delete=models.CASCADE, related_name="ingredient_products"
    )

    panels = [PageChooserPanel("ingredient")]

    def __str__(self):
        return str(self.ingredient)


class Offer(Orderable):
    """Where a product can be bought, and for about how much."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="offers")
    merchant = models.ForeignKey(
        Merchant, on_delete=models.PROTECT, related_name="offers", help_text="The shop. A new one can be added there."
    )
    url = models.URLField(
        "address", max_length=500, help_text="The product in that shop. Readers go there through /go/…"
    )
    price = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True, help_text="For example 12.50.")
    currency = models.CharField(max_length=3, default="GBP", help_text="Three letters: GBP, EUR, USD.")
    checked_on = models.DateField("price checked on", null=True, blank=True, help_text="The day somebody last looked.")

    panels = [
        FieldPanel("merchant"),
        FieldPanel("url"),
        FieldRowPanel([FieldPanel("price"), FieldPanel("currency"), FieldPanel("checked_on")]),
    ]

    def __str__(self):
        return str(self.merchant)
