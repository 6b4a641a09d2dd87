"""A picture as readers get it: in sizes that were made before, never in one made while they wait."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from wagtail.images.models import AbstractImage, AbstractRendition, Filter

from images.sizes import SIZES, filters_of


@dataclass(frozen=True)
class Shown:
    """What a template or a description for machines says about a picture at one size."""

    url: str
    width: int
    height: int
    #: The files a browser may choose from, each with its width; empty when there is only the one.
    srcset: str
    #: How wide the layout shows it.
    sizes: str
    #: Formats that save bytes, the best first, each with its files.
    sources: tuple[tuple[str, str], ...]
    #: Where the focal point lies when it is not in the middle, such as “left top”: the style crops towards it.
    focus: str
    is_lead: bool

    @property
    def full_url(self) -> str:
        """The address as other sites need it."""
        return settings.WAGTAILADMIN_BASE_URL + self.url if self.url.startswith("/") else self.url


def shown(image: AbstractImage, name: str) -> Shown:
    """The picture in the files that exist of this size; else in another size; else as it was uploaded."""
    size, filters = SIZES[name], filters_of(image, name)
    made = existing(image, (one for group in filters.values() for one in group))
    by_kind = {kind: [made[one] for one in group if one in made] for kind, group in filters.items()}
    safe = by_kind.pop(size.formats[-1])
    if safe:
        best = safe[-1]
        focus = focus_of(best.focal_point, best.width, best.height)
        sources = tuple((kind, srcset_of(group)) for kind, group in by_kind.items() if group)
        return Shown(best.url, best.width, best.height, srcset_of(safe), size.sizes, sources, focus, size.is_lead)
    other = stand_in(image, filters[size.formats[-1]][-1])
    if other:
        focus = focus_of(other.focal_point, other.width, other.height)
        return Shown(other.url, other.width, other.height, "", size.sizes, (), focus, size.is_lead)
    focus = focus_of(image.get_focal_point(), image.width, image.height)
    return Shown(image.file.url, image.width, image.height, "", size.sizes, (), focus, size.is_lead)


def existing(image: AbstractImage, filters: Iterable[Filter]) -> dict[Filter, AbstractRendition]:
    """Those of the sizes that were made of the picture and of its focal point as they are now."""
    found = image.find_existing_renditions(*filters)
    if not hasattr(image, "prefetched_renditions"):
        # The site's logo and favicon are on every page: without this they would cost it a query each.
        type(image).get_rendition_model().cache_backend.set_many({one.get_cache_key(): one for one in found.values()})
    return found


def stand_in(image: AbstractImage, missing: Filter) -> AbstractRendition | None:
    """The size most like the one that is missing, unless all are far too small."""
    kind = missing.spec.rpartition("-")[2]
    others = (one for name in SIZES for one in filters_of(image, name).get(kind, []))
    width, _ = missing.get_transform(image).size
    near = [one for one in existing(image, others).values() if one.width * 2 >= width]
    return min(near, key=lambda one: abs(one.width - width), default=None)


#: What the narrowest place leaves of a picture's width, and the lowest of its height.
LEFT = {"x": 0.4, "y": 0.7}


def srcset_of(files: list[AbstractRendition]) -> str:
    """Files with their widths, as a browser chooses from them."""
    return ", ".join(f"{one.url} {one.width}w" for one in files)


def focus_of(point, width: int, height: int) -> str:
    """Which part of what a place cuts off lies on the left and on top, in tenths, to keep a focal point in the middle.

    Half of it on either side goes without saying.
    """
    if point is None:
        return ""
    sides = (("x", point.x / width), ("y", point.y / height))
    tenths = [(side, round(10 * (place - LEFT[side] / 2) / (1 - LEFT[side]))) for side, place in sides]
    return " ".join(f"{side}{min(max(tenth, 0), 10)}" for side, tenth in tenths if tenth != 5)
