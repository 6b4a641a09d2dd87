"""The picture of somebody who signs in, uploaded in their own account settings."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.users.models import UserProfile

from tests.edit_form import said
from tests.images.pictures import picture_bytes, telling_exif, upload

pytestmark = pytest.mark.django_db

ACCOUNT = {
    "name_email-first_name": "Wanda",
    "name_email-last_name": "Ito",
    "name_email-email": "wanda@example.org",
    "notifications-submitted_notifications": "on",
    "locale-preferred_language": "",
    "locale-current_time_zone": "",
    "theme-theme": "system",
    "theme-contrast": "system",
    "theme-density": "default",
    "theme-keyboard_shortcuts": "on",
}


class AvatarTests:
    @pytest.fixture
    def upload_avatar(self, writer, writer_client):
        """Send a file as Wanda's own picture; the answer."""

        def send(file):
            return writer_client.post(reverse("wagtailadmin_account"), ACCOUNT | {"avatar-avatar": file}, follow=True)

        return send

    @pytest.fixture
    def stored(self, writer):
        """The picture that is kept of Wanda, if any."""
        return lambda: UserProfile.objects.get(user=writer).avatar

    @pytest.mark.parametrize("size", [(300, 300), (900, 600)])
    def test_place_and_camera_are_gone(self, upload_avatar, stored, size):
        assert upload_avatar(upload(size=size, exif=telling_exif())).status_code == 200
        content = stored().read()
        assert b"Telltale" not in content
        assert max(Image.open(stored()).size) <= 400

    def test_a_photo_from_a_phone_becomes_a_jpeg(self, upload_avatar, stored):
        upload_avatar(upload("IMG_1.heic", "HEIF", exif=telling_exif()))
        assert stored().name.endswith(".jpg")

    def test_one_that_is_too_large_is_told_its_size_and_the_limit(self, upload_avatar, stored):
        heavy = SimpleUploadedFile("heavy.jpg", picture_bytes() + b"\0" * 11 * 1024 * 1024, "image/jpeg")
        assert "This file is 11 MB; the limit is 10 MB" in said(upload_avatar(heavy))
        bomb = SimpleUploadedFile("bomb.png", picture_bytes("PNG", size=(11000, 11000)), "image/png")
        assert "121.0 megapixels" in said(upload_avatar(bomb))
        assert not stored()

    def test_a_drawing_that_could_run_scripts_is_refused_under_any_name(self, upload_avatar, stored):
        for name in ("drawing.svg", "drawing.png"):
            drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
            assert "not a picture" in said(upload_avatar(SimpleUploadedFile(name, drawing, "image/png")))
        assert not stored()

    def test_settings_without_a_picture_keep_the_one_there_is(self, upload_avatar, writer_client, stored):
        upload_avatar(upload())
        name = stored().name
        writer_client.post(reverse("wagtailadmin_account"), ACCOUNT)
        assert stored().name == name
