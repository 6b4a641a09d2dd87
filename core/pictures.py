"""Pictures with the sizes they were made in, in one query."""

from collections.abc import Iterable

from django.db.models import F
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage


def load_pictures(keys: Iterable[int]) -> dict[int, AbstractImage]:
    """The pictures with these keys, those without any size among them."""
    keys = set(keys)
    if not keys:
        return {}
    model = get_image_model()
    sizes = model.get_rendition_model()
    columns = [field.attname for field in sizes._meta.concrete_fields]
    # A row for each size, or one for a picture without any.
    rows = model.objects.filter(pk__in=keys).annotate(**{f"size_{name}": F(f"renditions__{name}") for name in columns})
    pictures: dict[int, AbstractImage] = {}
    for row in rows:
        picture = pictures.setdefault(row.pk, row)
        made = picture.__dict__.setdefault("prefetched_renditions", [])
        if row.size_id is not None:
            size = sizes.from_db(row._state.db, columns, [getattr(row, f"size_{name}") for name in columns])
            size.image = picture
            made.append(size)
    return pictures
