"""Taking out what a picture tells about its maker."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from images.metadata import clean_picture
from tests.images.pictures import colour_profile, moving_picture, picture_bytes, telling_exif


def cleaned(content: bytes, name: str = "arm.jpg") -> Image.Image:
    return Image.open(BytesIO(clean_picture(BytesIO(content), name).read()))


class CleanPictureTests:
    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
    def test_place_and_camera_are_gone(self, kind):
        content = picture_bytes(kind, exif=telling_exif())
        assert b"Telltale" in content
        clean = clean_picture(BytesIO(content), "arm")
        clean_bytes = clean.read()
        assert b"Telltale" not in clean_bytes
        assert not Image.open(BytesIO(clean_bytes)).getexif()

    @pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
    def test_xmp_is_gone(self, kind):
        content = picture_bytes(kind, xmp=b"<x:xmpmeta>Telltale</x:xmpmeta>")
        assert b"Telltale" in content
        assert b"Telltale" not in clean_picture(BytesIO(content), "arm").read()

    @pytest.mark.parametrize("kind", ["JPEG", "GIF"])
    def test_comments_are_gone(self, kind):
        content = picture_bytes(kind, comment=b"Telltale")
        assert b"Telltale" in content
        assert b"Telltale" not in clean_picture(BytesIO(content), "arm").read()

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
    def test_a_photo_taken_upright_stays_upright(self, kind):
        assert cleaned(picture_bytes(kind, size=(60, 40), exif=telling_exif(orientation=6))).size == (40, 60)

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
    @pytest.mark.parametrize("orientation", [1, 6])
    def test_the_colour_profile_stays(self, kind, orientation):
        content = picture_bytes(kind, icc_profile=colour_profile(), exif=telling_exif(orientation))
        assert cleaned(content).info["icc_profile"] == colour_profile()

    @pytest.mark.parametrize("kind", ["WEBP", "AVIF"])
    def test_a_picture_that_tells_nothing_is_not_compressed_again(self, kind):
        content = picture_bytes(kind)
        assert clean_picture(BytesIO(content), "arm").read() == content

    def test_an_untouched_jpeg_keeps_its_quality(self):
        content = picture_bytes("JPEG", quality=71)
        assert cleaned(content).quantization == Image.open(BytesIO(content)).quantization

    def test_a_photo_from_a_phone_becomes_a_jpeg(self):
        clean = clean_picture(BytesIO(picture_bytes("HEIF")), "IMG_0001.HEIC")
        assert (clean.name, clean.content_type) == ("IMG_0001.jpg", "image/jpeg")
        assert Image.open(clean).format == "JPEG"

    def test_the_extension_follows_the_content(self):
        assert clean_picture(BytesIO(picture_bytes("PNG")), "cream.jpg").name == "cream.png"

    def test_transparency_stays(self):
        picture = cleaned(picture_bytes("PNG", colour="#ff000000"))
        assert picture.getpixel((0, 0))[3] == 0

    @pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
    def test_a_moving_picture_keeps_moving(self, kind):
        picture = cleaned(moving_picture(kind))
        assert (picture.format, picture.n_frames) == (kind, 3)

    def test_a_picture_cut_off_in_the_middle_is_called_damaged(self):
        content = picture_bytes("PNG", size=(400, 400), colour="tan")
        with pytest.raises(ValidationError, match="damaged"):
            clean_picture(BytesIO(content[: len(content) // 2]), "arm.png")
