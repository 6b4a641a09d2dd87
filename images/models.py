"""Pictures, with what must be known before one is shown."""

from pathlib import PurePath
from secrets import token_hex

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image, get_upload_to

from images.fields import PictureField
from images.shown import Shown, shown


class SiteImage(AbstractImage):
    """A picture with description, credit, licence and, for a photo of a patient, consent."""

    class SkinTone(models.TextChoices):
        """Skin tone shown, so that every colour of skin can be found and is used."""

        LIGHT = "light", "Light"
        BROWN = "brown", "Brown"
        BLACK = "black", "Black"

    file = PictureField(upload_to=get_upload_to, width_field="width", height_field="height")
    credit = models.CharField(max_length=160, blank=True, help_text="Who made it: “Photo: Ana Ruiz”.")
    licence = models.CharField(max_length=160, blank=True, help_text="For example “Own work” or “CC BY 4.0”.")
    is_clinical = models.BooleanField(
        "clinical photo", default=False, help_text="Shows a real person's skin condition. Needs consent on file."
    )
    consent_reference = models.CharField(
        max_length=160, blank=True, help_text="Where the signed consent is kept: “Consent file 2026-014”."
    )
    consent_given_on = models.DateField(null=True, blank=True, help_text="The day the consent was signed.")
    skin_tone = models.CharField(
        max_length=10,
        choices=SkinTone.choices,
        blank=True,
        help_text="Of the skin shown, if any: helps to show every condition on every skin.",
    )
    body_site = models.ForeignKey(
        "topics.BodySite",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="images",
        help_text="The place on the body shown, if any: “Upper back”.",
    )

    admin_form_fields = (
        *Image.admin_form_fields,
        "credit",
        "licence",
        "is_clinical",
        "consent_reference",
        "consent_given_on",
        "skin_tone",
        "body_site",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = "image"
        permissions = [("choose_image", "Can choose image")]

    def get_upload_to(self, filename: str) -> str:
        """A name that cannot be guessed: a file is public at once, and what it shows may be meant for next month."""
        return f"original_images/{token_hex(8)}{PurePath(filename).suffix.lower()}"

    @property
    def default_alt_text(self) -> str:
        """The description; never the title, which is often the name of the file."""
        return self.description

    def at(self, name: str) -> Shown | None:
        """The picture for readers, at a size `images/sizes.py` names; nothing when it has no file."""
        return shown(self, name) if self.file and self.width and self.height else None


class Rendition(AbstractRendition):
    """A picture at one size."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition")
        ]
