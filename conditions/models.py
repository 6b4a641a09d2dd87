"""Conditions and the questions readers ask about them."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from articles.models import ArticlePage
from conditions.blocks import ClinicalBody
from conditions.key_facts import KeyFacts
from conditions.panels import (
    CONDITION_CONTENT_PANELS,
    CONDITION_PROMOTE_PANELS,
    QUESTION_CONTENT_PANELS,
    QUESTION_PROMOTE_PANELS,
)
from conditions.reading import ConditionReading, QuestionReading
from core.a_to_z import AToZPage
from core.listing import ListingPage, newest_first
from core.models import BasePage


class ConditionIndexPage(AToZPage, BasePage):
    """All conditions, A to Z, under every name they are known by."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["conditions.ConditionPage"]
    page_description = "The A to Z of conditions."
    fixed_slugs = frozenset({"conditions"})

    introduction = models.TextField(blank=True, help_text="One or two sentences above the list.")

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    name_fields = ("also_known_as", "clinical_names")

    class Meta:
        verbose_name = "conditions"

    def listed_pages(self):
        return ConditionPage.objects.all()


class ConditionPage(ConditionReading, KeyFacts, ArticlePage):
    """A condition: what it is, how to tell, when to get help, what to do."""

    parent_page_types = ["conditions.ConditionIndexPage"]
    subpage_types: list[str] = []
    page_description = "One skin condition: what it is, how to tell, when to get help, what to do."
    is_clinical = True
    conditions_path = "pk"
    is_offered_unasked = True
    starter_blocks = ("signs", "seek_help", "causes", "how_to", "dos_and_donts", "prevention")

    also_known_as = models.TextField(
        blank=True, help_text="Everyday names, one per line: “BackNe”. Used by search, A to Z and link suggestions."
    )
    clinical_names = models.TextField(blank=True, help_text="Clinical names, one per line: “Acne vulgaris”.")
    definition = models.TextField(help_text="What it is, in one or two sentences: “A blocked pore with a dark tip”.")
    body = StreamField(ClinicalBody(), blank=True)

    search_fields = [
        *ArticlePage.search_fields,
        index.SearchField("also_known_as", boost=5),
        index.SearchField("clinical_names", boost=5),
        index.SearchField("definition", boost=2),
        index.SearchField("body"),
    ]
    content_panels = [*BasePage.content_panels, *CONDITION_CONTENT_PANELS]
    promote_panels = [*CONDITION_PROMOTE_PANELS, *BasePage.promote_panels]

    class Meta:
        verbose_name = "condition"


class ConditionSite(Orderable):
    """A place on the body where a condition occurs."""

    class Frequency(models.TextChoices):
        """How typical the place is."""

        USUAL = "usual", "Usually"
        ALSO = "also", "Also"

    condition = ParentalKey(ConditionPage, on_delete=models.CASCADE, related_name="sites")
    body_site = models.ForeignKey("topics.BodySite", on_delete=models.PROTECT, related_name="conditions")
    frequency = models.CharField(max_length=10, choices=Frequency.choices, default=Frequency.USUAL)

    panels = [FieldRowPanel([FieldPanel("body_site"), FieldPanel("frequency")])]

    def __str__(self):
        return f"{self.get_frequency_display()}: {self.body_site}"


class ConditionIngredient(Orderable):
    """An ingredient that helps with a condition."""

    condition = ParentalKey(ConditionPage, on_delete=models.CASCADE, related_name="condition_ingredients")
    ingredient = models.ForeignKey("ingredients.IngredientPage", on_delete=models.CASCADE, related_name="helps_with")

    panels = [PageChooserPanel("ingredient", "ingredients.IngredientPage")]

    def __str__(self):
        return str(self.ingredient)


class ConditionProduct(Orderable):
    """A product that helps with a condition."""

    condition = ParentalKey(ConditionPage, on_delete=models.CASCADE, related_name="condition_products")
    product = models.ForeignKey("products.ProductPage", on_delete=models.CASCADE, related_name="helps_with")

    panels = [PageChooserPanel("product")]

    def __str__(self):
        return str(self.product)


class QuestionIndexPage(ListingPage, BasePage):
    """All questions."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["conditions.QuestionPage"]
    page_description = "The list of all questions."
    fixed_slugs = frozenset({"questions"})

    introduction = models.TextField(blank=True, help_text="One or two sentences above the list.")

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = "questions"

    def listed_pages(self):
        return newest_first(QuestionPage.objects.all())


class QuestionPage(QuestionReading, ArticlePage):
    """One question as readers ask it, answered at once and then explained."""

    class Verdict(models.TextChoices):
        """The answer in a word, where the question allows one."""

        YES = "yes", "Yes"
        NO = "no", "No"
        DEPENDS = "depends", "It depends"

    parent_page_types = ["conditions.QuestionIndexPage"]
    subpage_types: list[str] = []
    page_description = "One question as readers ask it, answered in the first sentence and then explained."
    is_clinical = True
    conditions_path = "question_conditions__condition"
    is_offered_unasked = True
    starter_blocks = ("seek_help", "causes", "dos_and_donts")
    required_relations = {"question_conditions": "Choose at least one condition this question concerns."}

    verdict = models.CharField(
        "answer in a word",
        max_length=10,
        choices=Verdict.choices,
        blank=True,
        help_text="Only for a question that can be answered with yes or no: “Can I squeeze it?”",
    )
    short_answer = models.TextField(
        max_length=600,
        help_text="Two to four sentences; the first answers the question: “Mostly sebum, rarely an infection”.",
    )
    body = StreamField(ClinicalBody(), blank=True)

    search_fields = [
        *ArticlePage.search_fields,
        index.SearchField("short_answer", boost=2),
        index.SearchField("body"),
    ]
    content_panels = [*BasePage.content_panels, *QUESTION_CONTENT_PANELS]
    promote_panels = [*QUESTION_PROMOTE_PANELS, *BasePage.promote_panels]

    class Meta:
        verbose_name = "question"


class QuestionCondition(Orderable):
    """A condition a question concerns; the first is the main one."""

    question = ParentalKey(QuestionPage, on_delete=models.CASCADE, related_name="question_conditions")
    condition = models.ForeignKey(ConditionPage, on_delete=models.CASCADE, related_name="condition_questions")

    panels = [PageChooserPanel("condition")]

    def __str__(self):
        return str(self.condition)
