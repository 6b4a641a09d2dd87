"""Makes the sizes of pictures, in the background, so that no reader waits for one."""

import logging

from django_tasks import task
from PIL import Image

from images.models import SiteImage
from images.sizes import SIZES, filters_of
from images.uploads import BROKEN
from images.usage import Wanted

log = logging.getLogger(__name__)


def order(wanted: Wanted) -> None:
    """Have the worker make what is missing; the order is part of the transaction that gave rise to it."""
    if wanted:
        make_sizes.enqueue({str(key): sorted(names) for key, names in wanted.items()})


@task()
def make_sizes(wanted: dict[str, list[str]]) -> int:
    """Make what is missing of some pictures, in the sizes named; how many files that were."""
    pictures = SiteImage.objects.filter(pk__in=wanted)
    return sum(make(picture, [name for name in wanted[str(picture.pk)] if name in SIZES]) for picture in pictures)


def make(image: SiteImage, names: list[str]) -> int:
    """Make what is missing of one picture; a file that cannot be read is put into the log."""
    by_size = [filters_of(image, name) for name in names]
    # What every browser reads comes first; the slow formats can wait.
    wanted = dict.fromkeys(one for filters in by_size for kind in reversed(filters) for one in filters[kind])
    made = set(image.renditions.values_list("filter_spec", "focal_point_key"))
    missing = [one for one in wanted if (one.spec, one.get_cache_key(image)) not in made]
    count = 0
    try:
        for one in missing:
            image.create_rendition(one)
            count += 1
    except (*BROKEN, Image.DecompressionBombError):
        log.exception("The sizes of picture %s (%s) cannot be made", image.pk, image.file.name)
    return count
