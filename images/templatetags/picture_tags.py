"""Pictures on readers' pages, in sizes made before: ``{% picture page.image "lead" alt=page.image_alt %}``.

The sizes are named in ``images/sizes.py``; Wagtail's own tags would make one that is missing while the reader waits.
"""

from django import template

from images.models import SiteImage
from images.shown import Shown

register = template.Library()


@register.inclusion_tag("images/picture.html")
def picture(image: SiteImage | None, name: str, alt: str | None) -> dict:
    """A picture at the size of this name, with what a browser needs to choose the best file and to keep its place."""
    return {"shown": image.at(name) if image else None, "alt": alt or ""}


@register.simple_tag
def picture_at(image: SiteImage | None, name: str) -> Shown | None:
    """Address and measures of a picture at the size of this name: ``{% picture_at site.logo "logo" as logo %}``."""
    return image.at(name) if image else None
