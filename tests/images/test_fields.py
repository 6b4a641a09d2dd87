"""The file of a picture, whatever way it comes in."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from images.fields import PictureFormField
from images.metadata import CleanPicture
from images.models import SiteImage
from tests.images.pictures import picture_bytes, telling_exif, upload

pytestmark = pytest.mark.django_db


class PictureFileTests:
    def test_a_picture_stored_by_code_is_cleaned_too(self):
        file = ContentFile(picture_bytes("HEIF", exif=telling_exif()), name="IMG_1.heic")
        image = SiteImage.objects.create(title="Arm", file=file)
        assert image.file.name.endswith(".jpg")
        assert b"Telltale" not in image.file.read()
        assert (image.width, image.height) == (60, 40)

    def test_a_file_put_straight_into_the_field_is_cleaned_too(self):
        image = SiteImage(title="Arm")
        image.file.save("arm.jpg", ContentFile(picture_bytes(exif=telling_exif(orientation=6))), save=False)
        assert (image.width, image.height) == (40, 60)
        assert b"Telltale" not in image.file.read()

    def test_saving_again_leaves_the_stored_file_alone(self):
        image = SiteImage.objects.create(title="Arm", file=upload())
        name = image.file.name
        image.title = "Forearm"
        image.save()
        assert image.file.name == name

    def test_renditions_come_from_a_converted_photo(self):
        image = SiteImage.objects.create(title="Arm", file=upload("IMG_1.heic", "HEIF", size=(400, 300)))
        rendition = image.get_rendition("fill-100x100|format-webp")
        assert Image.open(BytesIO(rendition.file.read())).size == (100, 100)


class PictureFormFieldTests:
    def test_help_names_formats_and_both_limits(self):
        words = "JPEG, PNG, WebP, AVIF, GIF or HEIC, up to 10 MB and 40 megapixels."
        assert PictureFormField().help_text.startswith(words)

    def test_the_file_is_cleaned_while_the_form_is_checked(self):
        clean = PictureFormField().clean(upload("IMG_1.heic", "HEIF", exif=telling_exif()))
        assert isinstance(clean, CleanPicture)
        assert clean.name == "IMG_1.jpg"

    def test_nothing_chosen_stays_nothing(self):
        assert PictureFormField(required=False).clean(None) is None
