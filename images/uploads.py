"""What may be uploaded as a picture, decided from its content and before any of it is decoded."""

import struct
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from PIL import Image, ImageFile

#: Accepted formats as Pillow names them, with the extension each is stored under.
EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "GIF": "gif", "HEIF": "jpg"}
MOVING_FORMATS = {"PNG", "WEBP", "AVIF", "GIF"}
#: What Pillow's readers raise on a broken file.
BROKEN = (SyntaxError, ValueError, IndexError, TypeError, KeyError, OSError, EOFError, struct.error)

NOT_A_PICTURE = (
    "This file is not a picture that can be used here. Accepted are AVIF, GIF, HEIC, JPEG, PNG and WebP; "
    "save a drawing (SVG) as PNG first."
)
DAMAGED = "This picture is damaged and cannot be read. Open it in a picture program and save it again."


def opened(file: BinaryIO) -> ImageFile.ImageFile:
    """The picture in ``file`` with only its header read; ValidationError when it is none of the accepted formats.

    ``Image.open`` is not used because it refuses by a pixel limit of its own, in words no editor understands.
    """
    Image.init()
    file.seek(0)
    start = file.read(32)
    for name in EXTENSIONS:
        factory, accept = Image.OPEN[name]
        if accept is None or accept(start) is not True:
            continue
        file.seek(0)
        try:
            return factory(file, "")
        except BROKEN as error:
            raise ValidationError(DAMAGED, code="invalid_image") from error
    raise ValidationError(NOT_A_PICTURE, code="invalid_image")


def format_of(picture: ImageFile.ImageFile) -> str:
    """The accepted format a picture counts as; a JPEG with several pictures inside counts as its first."""
    return "JPEG" if picture.format == "MPO" else str(picture.format)


def frame_count(picture: ImageFile.ImageFile) -> int:
    """How many frames a moving picture has; other formats count as one."""
    return getattr(picture, "n_frames", 1) if format_of(picture) in MOVING_FORMATS else 1


def refuse_too_heavy(size: int) -> None:
    """Raise ValidationError for a file of more bytes than the site accepts."""
    limit = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    if size > limit:
        raise ValidationError(
            f"This file is {megabytes(size)}; the limit is {megabytes(limit)}. Export it smaller and try again.",
            code="file_too_large",
        )


def refuse_too_many_pixels(picture: ImageFile.ImageFile) -> None:
    """Raise ValidationError for a picture that would take too much memory to decode, all its frames counted."""
    frames = frame_count(picture)
    limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    pixels = picture.width * picture.height * frames
    if pixels > limit:
        measure = f"{picture.width} by {picture.height} pixels" + (f" in {frames} frames" if frames > 1 else "")
        raise ValidationError(
            f"This picture has {pixels / 1e6:.1f} megapixels ({measure}); the limit is {limit / 1e6:.0f} megapixels. "
            "Export it smaller and try again.",
            code="file_too_many_pixels",
        )


def megabytes(size: int) -> str:
    """A file size in words, such as “14.2 MB”."""
    return f"{size / 1024 / 1024:.1f}".removesuffix(".0") + " MB"
