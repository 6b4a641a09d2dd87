"""A photo of a patient is shown only with consent on file.

The General Medical Council's guidance on recordings asks for written consent, kept and dated, before a recording
is published, even when the person cannot be recognised.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page

from core.contents import keys_within
from core.publishing import Problem
from images.models import SiteImage


def missing_consent(page: Page, moment: datetime) -> Iterator[Problem]:
    """A problem for each clinical photo on a page whose consent has no reference or no date."""
    shown = list(pictures_shown(page))
    without = {
        image.pk: image
        for image in SiteImage.objects.filter(pk__in={pk for _, pk in shown}, is_clinical=True)
        if not image.consent_reference.strip() or image.consent_given_on is None
    }
    for where, pk in shown:
        if pk in without:
            yield Problem(
                where,
                f"“{without[pk].title}” is a clinical photo: note on the image where the signed consent is kept "
                "and its date, or choose another picture.",
            )


def pictures_shown(page: Page) -> Iterator[tuple[str, int]]:
    """Where each picture of a page stands, and its primary key; blocks inside blocks and deleted ones included."""
    for field in page._meta.get_fields():
        if isinstance(field, models.ForeignKey) and field.related_model is SiteImage:
            if pk := getattr(page, field.attname):
                yield field.name, pk
        elif isinstance(field, StreamField):
            stream = getattr(page, field.name)
            for position, child in enumerate(stream.raw_data):
                for model, pk in keys_within(stream.stream_block, [child]):
                    if model is SiteImage:
                        yield f"{field.name}.{position}:{child['type']}", pk
