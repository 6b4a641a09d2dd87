"""Takes out of a picture what it tells about its maker: place, camera, time, names, comments."""

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageFile, ImageOps

from images.uploads import BROKEN, DAMAGED, EXTENSIONS, format_of, frame_count, opened

#: Kept, because the picture would look different without.
VISIBLE_INFO = {"icc_profile", "transparency", "gamma", "duration", "loop", "background", "disposal"}
METADATA_INFO = {"exif", "xmp", "XML:com.adobe.xmp"}
#: Saving these again loses quality, so it is done only when there is something to take out.
LOSSY_FORMATS = {"WEBP", "AVIF"}


class CleanPicture(SimpleUploadedFile):
    """A picture that has already been through ``clean_picture``."""


def clean_picture(file: BinaryIO, name: str) -> CleanPicture:
    """The picture in ``file`` without metadata, turned upright, named for what it is; HEIC becomes JPEG."""
    picture = opened(file)
    stem = Path(name).stem or "picture"
    try:
        content, kind = cleaned_content(file, picture)
    except (*BROKEN, Image.DecompressionBombError) as error:
        raise ValidationError(DAMAGED, code="invalid_image") from error
    return CleanPicture(f"{stem}.{EXTENSIONS[kind]}", content, content_type=Image.MIME[kind])


def cleaned_content(file: BinaryIO, picture: ImageFile.ImageFile) -> tuple[bytes, str]:
    """The bytes to store and their format."""
    kind = format_of(picture)
    if kind in LOSSY_FORMATS and not METADATA_INFO & set(picture.info):
        picture.load()
        file.seek(0)
        return file.read(), kind
    output = BytesIO()
    if frame_count(picture) > 1:
        save_moving(picture, kind, output)
        return output.getvalue(), kind
    upright = ImageOps.exif_transpose(picture)
    upright.info = {key: value for key, value in upright.info.items() if key in VISIBLE_INFO}
    if kind == "HEIF":
        kind = "JPEG"
        upright = upright.convert("RGB")
    # The original's own tables lose nothing visible, but only exist as long as nothing was turned.
    is_untouched = kind == "JPEG" and picture.format in {"JPEG", "MPO"} and picture.getexif().get(0x0112, 1) == 1
    if is_untouched:
        picture.format = "JPEG"
        picture.info = upright.info
        upright = picture
    upright.save(output, kind, **save_options(kind, upright, is_untouched))
    return output.getvalue(), kind


def save_options(kind: str, picture: Image.Image, is_untouched: bool) -> dict[str, object]:
    """What Pillow needs to be told so that colours stay and nothing else is carried over."""
    options: dict[str, object] = {"comment": b""} if kind in {"JPEG", "GIF"} else {}
    if kind != "GIF":
        options |= {"exif": b"", "icc_profile": picture.info.get("icc_profile")}
    if kind == "JPEG":
        options |= {"quality": "keep" if is_untouched else 92, "progressive": True}
    elif kind in LOSSY_FORMATS:
        options |= {"quality": 90, "xmp": b""}
    return options


def save_moving(picture: ImageFile.ImageFile, kind: str, output: BinaryIO) -> None:
    """Save every frame of a moving picture with its timing."""
    picture.info = {key: value for key, value in picture.info.items() if key in VISIBLE_INFO}
    picture.save(output, kind, save_all=True, **save_options(kind, picture, is_untouched=False))
