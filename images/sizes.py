"""Every size in which readers get a picture, by the place it is shown in; no other module or template names one.

AVIF is slow to make, so places share their crops: the browser picks by what each says of its width on the page.
After a change here, `manage.py make_sizes` makes what is missing for the pictures that are in use.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Field
from wagtail.images.models import AbstractImage, Filter

WIDE = ("fill-400x250", "fill-800x500", "fill-1440x900")


@dataclass(frozen=True)
class Size:
    """How a picture is cut and stored for one place, and which fields hold the pictures shown there."""

    #: A field by its name, or by “app.Model.name” where only one of that name is meant.
    fields: tuple[str, ...]
    #: What Wagtail calls filter specs, the smallest first.
    specs: tuple[str, ...]
    #: The best first; the last is the one every browser reads, which has been WebP since 2020.
    formats: tuple[str, ...] = ("avif", "webp")
    #: The width it is laid out in, as CSS says it; what the layout cuts off counts.
    width: str = ""
    #: Whether it is likely on the first screen, so that loading it must not wait.
    is_lead: bool = False
    #: Whether the layout cuts off so much that the box on the page says too little of the width that is needed.
    is_cut: bool = False

    @property
    def sizes(self) -> str:
        """The attribute of that name; a browser that lays out the page before it loads a picture knows it exactly."""
        return self.width if self.is_lead or self.is_cut else f"auto, {self.width}"


SIZES = {
    "lead": Size(("image",), WIDE, width="(min-width: 80rem) 76rem, 93vw", is_lead=True),
    "column": Size(("image",), WIDE, width="(min-width: 45rem) 41rem, 91vw"),
    # Rough, as there are two to choose between: a page of cards says it a dozen times.
    "card": Size(("image",), WIDE[:2], width="24.5rem"),
    "card_lead": Size(("image",), WIDE, width="(min-width: 80rem) 44rem, (min-width: 64rem) 54vw, 109vw", is_lead=True),
    "card_wide": Size(("image",), WIDE, width="(min-width: 64rem) 44rem, (min-width: 43rem) 45vw, 91vw", is_cut=True),
    "card_dense": Size(
        ("image",), WIDE[:2], width="(min-width: 64rem) 19rem, (min-width: 40rem) 45vw, 21rem", is_cut=True
    ),
    "product": Size(("products.ProductPage.image",), ("fill-240x240", "fill-480x480"), width="9rem"),
    "text": Size(("body",), ("width-480", "width-960"), width="(min-width: 45rem) 41rem, 91vw"),
    "portrait": Size(("photo",), ("fill-96x96", "fill-240x240"), width="7.5rem"),
    "share": Size(("image", "photo", "share_image"), ("fill-1200x630",), ("jpeg",)),
    "logo": Size(("logo", "logo_dark"), ("max-480x96",), ("png",)),
    "favicon": Size(("favicon",), ("fill-48x48",), ("png",)),
    "touch_icon": Size(("favicon",), ("fill-180x180",), ("png",)),
}


def names_for(field: Field) -> list[str]:
    """The sizes in which the pictures of a field are shown."""
    return [name for name, size in SIZES.items() if field.name in size.fields or str(field) in size.fields]


@lru_cache(maxsize=256)
def filter_of(spec: str) -> Filter:
    """The filter of a spec, its operations read once."""
    return Filter(spec)


def filters_of(image: AbstractImage, name: str) -> dict[str, list[Filter]]:
    """By format, the filters of a size that give different results; a small picture cannot be made larger."""
    size = SIZES[name]
    by_result = {filter_of(spec).get_transform(image).size: spec for spec in reversed(size.specs)}
    specs = sorted(by_result.values(), key=size.specs.index)
    return {kind: [filter_of(f"{spec}|format-{kind}") for spec in specs] for kind in size.formats}
