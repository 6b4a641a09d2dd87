"""What pictures do by themselves."""

from images.making import order
from images.usage import wanted_by


def order_sizes_of_published_page(sender, instance, **kwargs) -> None:
    """Have the pictures of a page made in their sizes once it is live; the signal comes when it is scheduled too."""
    if instance.live:
        order(wanted_by(instance))
