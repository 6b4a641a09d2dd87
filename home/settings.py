"""What the site is called, looks like in its corners, and says everywhere; and its menu."""

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable


def picture(help_text: str) -> models.ForeignKey:
    """A foreign key to an image that may be missing."""
    return models.ForeignKey(
        "images.SiteImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text=help_text
    )


@register_setting(icon="site")
class SiteSettings(BaseSiteSetting):
    """Name, pictures and standing words of the site."""

    name = models.CharField(max_length=80, default="Untitled site", help_text="As readers know it.")
    tagline = models.CharField(max_length=160, blank=True, help_text="What it is for, in one line.")
    logo = picture("On light backgrounds.")
    logo_dark = picture("On dark backgrounds.")
    favicon = picture("Square, at least 180 pixels.")
    share_image = picture("Shown when a page without a picture is shared; 1200 by 630 pixels.")
    footer = models.TextField(blank=True, help_text="One or two sentences at the foot of every page.")
    contact_email = models.EmailField(
        blank=True, help_text="Where readers write to: “hello@…”. Shown at the foot of every page."
    )
    instagram = models.URLField(blank=True, help_text="The whole address: “https://www.instagram.com/…”.")
    youtube = models.URLField("YouTube", blank=True, help_text="The channel: “https://www.youtube.com/@…”.")
    tiktok = models.URLField("TikTok", blank=True, help_text="The profile: “https://www.tiktok.com/@…”.")
    disclaimer = models.TextField(
        blank=True, help_text="Shown on every clinical page: “This is general information, not a diagnosis”."
    )
    emergency_number = models.CharField(
        max_length=20, blank=True, help_text="For example 999. Shown on emergency cards."
    )
    advice_number = models.CharField(max_length=20, blank=True, help_text="For example 111. Shown on urgent cards.")

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("tagline"), FieldPanel("footer")], heading="Name and words"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("logo"), FieldPanel("logo_dark")]),
                FieldRowPanel([FieldPanel("favicon"), FieldPanel("share_image")]),
            ],
            heading="Pictures",
        ),
        MultiFieldPanel(
            [
                FieldPanel("disclaimer"),
                FieldRowPanel([FieldPanel("emergency_number"), FieldPanel("advice_number")]),
            ],
            heading="Safety",
        ),
        MultiFieldPanel(
            [FieldPanel("contact_email"), FieldPanel("instagram"), FieldPanel("youtube"), FieldPanel("tiktok")],
            heading="Contact and social",
        ),
    ]

    # Every page shows them: loaded with the settings, their sizes from the cache of renditions.
    select_related = ["logo", "logo_dark", "favicon", "share_image"]

    class Meta:
        verbose_name = "site"


@register_setting(icon="list-ul")
class MenuSettings(BaseSiteSetting, ClusterableModel):
    """The links at the top and at the foot of every page."""

    panels = [InlinePanel("links", heading="Links", label="link")]

    class Meta:
        verbose_name = "menu"


class MenuLink(Orderable):
    """One link of the menu."""

    class Place(models.TextChoices):
        """Where a menu link stands."""

        HEADER = "header", "Top of the page"
        FOOTER = "footer", "Foot of the page"

    menu = ParentalKey(MenuSettings, on_delete=models.CASCADE, related_name="links")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    label = models.CharField(max_length=40, blank=True, help_text="Left empty, the page's title.")
    place = models.CharField(max_length=10, choices=Place.choices, default=Place.HEADER)

    panels = [PageChooserPanel("page"), FieldRowPanel([FieldPanel("label"), FieldPanel("place")])]

    def __str__(self):
        return self.label or str(self.page)
