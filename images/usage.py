"""Which pictures are shown where, and so in which sizes they are needed."""

from collections.abc import Iterator

from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex

from core.contents import keys_within
from images.models import SiteImage
from images.sizes import names_for

#: Keys of pictures, each with the names of the sizes it is needed in.
Wanted = dict[int, set[str]]


def wanted_by(thing: models.Model) -> Wanted:
    """What a page, the site's settings or anything else with pictures shows; read from the row, without a query."""
    wanted: Wanted = {}
    for field in thing._meta.get_fields():
        for key in keys_in(thing, field):
            wanted.setdefault(key, set()).update(names_for(field))
    return wanted


def keys_in(thing: models.Model, field: models.Field) -> Iterator[int]:
    """The keys of the pictures one field holds, in blocks inside blocks too."""
    if isinstance(field, models.ForeignKey) and field.related_model is SiteImage:
        if key := getattr(thing, field.attname):
            yield key
    elif isinstance(field, StreamField):
        stream = getattr(thing, field.name)
        yield from (key for model, key in keys_within(stream.stream_block, list(stream.raw_data)) if model is SiteImage)


def wanted_of(image: SiteImage) -> Wanted:
    """What readers get to see of one picture, wherever they do."""
    names: set[str] = set()
    for thing, _ in ReferenceIndex.get_grouped_references_to(image):
        if getattr(thing, "live", True):
            shown = thing.specific if isinstance(thing, Page) else thing
            names |= wanted_by(shown).get(image.pk, set())
    return {image.pk: names} if names else {}
