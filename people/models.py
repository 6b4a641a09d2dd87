"""Profiles, and who did what on a page."""

from django.conf import settings
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from core.listing import ListingPage
from core.models import BasePage
from people.credits import Credits


class PersonIndexPage(ListingPage, BasePage):
    """The people behind the site."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["people.PersonPage"]
    page_description = "The list of the people behind the site."
    fixed_slugs = frozenset({"people"})

    introduction = models.TextField(blank=True, help_text="One or two sentences above the list.")

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    per_page = 48

    class Meta:
        verbose_name = "people"

    def listed_pages(self):
        return PersonPage.objects.order_by(models.F("left_on").asc(nulls_first=True), "title")


class PersonPage(Credits, BasePage):
    """Somebody who writes or reviews; the title is the name as printed in a byline."""

    parent_page_types = ["people.PersonIndexPage"]
    subpage_types: list[str] = []
    page_description = "Somebody who writes or reviews, with the credentials readers can check."
    share_kind = "profile"

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="profile",
        help_text="Their login. The page stays when the login goes.",
    )
    honorific = models.CharField(max_length=20, blank=True, help_text="For example “Dr”.")
    role = models.CharField(max_length=80, blank=True, help_text="For example “Blog editor”.")
    organisation = models.CharField(max_length=120, blank=True, help_text="Where they work, if not here.")
    expertise = models.TextField(blank=True, help_text="One field per line: “Facial treatments”.")
    photo = models.ForeignKey(
        "images.SiteImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="A portrait, shown small beside the byline and large on this page.",
    )
    biography = RichTextField(features=["bold", "italic", "link"], blank=True, help_text="Two short paragraphs.")
    interests = models.TextField(
        "declared interests",
        blank=True,
        help_text="Anything a reader should know: “Paid speaker for a sunscreen maker in 2025”. Write “None” if none.",
    )
    left_on = models.DateField(null=True, blank=True, help_text="Their last day. The page and bylines stay.")

    search_fields = [*BasePage.search_fields, index.SearchField("role"), index.SearchField("biography")]
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("honorific"), FieldPanel("role")]),
        FieldPanel("organisation"),
        FieldPanel("photo"),
        FieldPanel("biography"),
        FieldPanel("expertise"),
        InlinePanel("credentials", label="credential"),
        FieldPanel("interests"),
    ]
    settings_panels = [
        MultiFieldPanel([FieldPanel("user"), FieldPanel("left_on")], heading="Here at the site"),
        *BasePage.settings_panels,
    ]

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"

    @property
    def full_name(self) -> str:
        """The name with its honorific, as a byline prints it."""
        return f"{self.honorific} {self.title}".strip()


class Credential(Orderable):
    """A qualification or registration, with the number that lets a reader check it."""

    person = ParentalKey(PersonPage, on_delete=models.CASCADE, related_name="credentials")
    name = models.CharField(max_length=120, help_text="For example “Registered dermatologist”.")
    issuer = models.CharField(max_length=120, blank=True, help_text="For example “General Medical Council”.")
    number = models.CharField(max_length=60, blank=True, help_text="The registration number.")
    expires_on = models.DateField(null=True, blank=True, help_text="The day it runs out, if it does.")

    panels = [
        FieldPanel("name"),
        FieldPanel("issuer"),
        FieldRowPanel([FieldPanel("number"), FieldPanel("expires_on")]),
    ]

    def __str__(self):
        return self.name


class Contribution(Orderable):
    """What one person did on one page."""

    class Role(models.TextChoices):
        """The part a person had in a page."""

        AUTHOR = "author", "Author"
        REVIEWER = "reviewer", "Medical reviewer"
        CONTRIBUTOR = "contributor", "Contributor"

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="contributions")
    person = models.ForeignKey(PersonPage, on_delete=models.PROTECT, related_name="contributed_to")
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.AUTHOR)

    panels = [FieldRowPanel([PageChooserPanel("person", "people.PersonPage"), FieldPanel("role")])]

    def __str__(self):
        return f"{self.person}, {self.get_role_display().lower()}"
