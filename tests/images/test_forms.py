"""The form of a picture, everywhere one can be uploaded."""

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from blog.models import BlogPostPage
from images.models import Rendition, SiteImage
from tests.images.factories import SiteImageFactory
from tests.images.pictures import has_spot, picture_bytes, spotted, telling_exif, upload
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return get_user_model().objects.create_superuser("ada", "ada@example.org", "not-a-real-password")


def form_for(administrator, file=None, instance=None, fields=None, **data):
    form_class = get_image_form(SiteImage, fields=fields)
    data = {"title": "Arm", "collection": Collection.get_first_root_node().pk, **data}
    files = {"file": file} if file else {}
    return form_class(data, files, instance=instance, user=administrator)


class SiteImageFormTests:
    def test_a_photo_is_stored_clean_with_the_size_of_what_is_stored(self, administrator):
        form = form_for(administrator, upload("IMG_1.heic", "HEIF", exif=telling_exif()))
        assert form.is_valid(), form.errors
        image = form.save()
        image = SiteImage.objects.get(pk=image.pk)
        content = image.file.read()
        assert image.file.name.endswith(".jpg")
        assert image.file_size == len(content)
        assert b"Telltale" not in content

    def test_a_clinical_photo_needs_consent(self, administrator):
        form = form_for(administrator, upload(), is_clinical="on")
        assert set(form.errors) == {"consent_reference", "consent_given_on"}

    def test_a_clinical_photo_with_consent_is_stored(self, administrator):
        consent = {"is_clinical": "on", "consent_reference": "File 14", "consent_given_on": "2026-01-02"}
        assert form_for(administrator, upload(), **consent).is_valid()

    def test_a_partial_form_that_makes_a_photo_clinical_asks_for_consent(self, administrator):
        image = SiteImage.objects.create(title="Arm", file=upload())
        form = form_for(administrator, instance=image, fields=["is_clinical"], is_clinical="on")
        assert "consent" in str(form.non_field_errors())

    def test_a_partial_form_knows_the_consent_given_before(self, administrator):
        image = SiteImage.objects.create(
            title="Arm", file=upload(), is_clinical=True, consent_reference="File 14", consent_given_on="2026-01-02"
        )
        assert form_for(administrator, instance=image, fields=["title"], title="Forearm").is_valid()


class ChangedPictureTests:
    """A picture readers see is cut anew when its file or focal point changes."""

    FOCUS = {"focal_point_x": 150, "focal_point_y": 1150, "focal_point_width": 30, "focal_point_height": 30}

    def change(self, administrator, image, file=None, **data):
        """Save the form of a picture."""
        form = form_for(administrator, file, SiteImage.objects.get(pk=image.pk), **data)
        assert form.is_valid(), form.errors
        form.save()

    def test_a_focal_point_set_later_is_in_every_new_cut(self, administrator):
        image = SiteImageFactory(file=spotted((300, 1200), (150, 1150)))
        published(BlogPostPage, image=image)
        before = set(Rendition.objects.values_list("pk", flat=True))

        self.change(administrator, image, **self.FOCUS)

        new = Rendition.objects.exclude(pk__in=before)
        assert {one.filter_spec for one in new} == {one.filter_spec for one in Rendition.objects.filter(pk__in=before)}
        assert all(has_spot(one.file) for one in new)

    def test_a_new_file_replaces_every_size(self, administrator):
        image = SiteImageFactory(file=spotted((300, 300), (150, 150)))
        published(BlogPostPage, image=image)
        specs = set(Rendition.objects.values_list("filter_spec", flat=True))

        self.change(administrator, image, upload(size=(300, 300)))

        assert set(Rendition.objects.values_list("filter_spec", flat=True)) == specs
        assert not any(has_spot(one.file) for one in Rendition.objects.all())

    def test_nothing_is_made_of_a_picture_in_a_draft(self, administrator):
        image = SiteImageFactory()
        draft(BlogPostPage, image=image)

        self.change(administrator, image, **self.FOCUS)

        assert not Rendition.objects.exists()

    def test_another_title_makes_nothing(self, administrator):
        image = SiteImageFactory()
        published(BlogPostPage, image=image)
        Rendition.objects.all().delete()

        self.change(administrator, image, title="Forearm")

        assert not Rendition.objects.exists()


class UploadTests:
    """Each way an editor can upload, through the real views."""

    SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

    def add_several(self, client, file):
        return client.post(
            reverse("wagtailimages:add_multiple"),
            {"title": "Arm", "files[]": file, "collection": Collection.get_first_root_node().pk},
            headers={"X-Requested-With": "XMLHttpRequest"},
        ).json()

    def test_several_at_once(self, client, administrator):
        client.force_login(administrator)
        assert self.add_several(client, upload("IMG_1.heic", "HEIF", exif=telling_exif()))["success"]
        image = SiteImage.objects.get()
        assert image.file.name.endswith(".jpg")
        assert b"Telltale" not in image.file.read()

    def test_several_at_once_says_what_is_too_large(self, client, administrator):
        client.force_login(administrator)
        bomb = SimpleUploadedFile("bomb.png", picture_bytes("PNG", size=(11000, 11000)), "image/png")
        answer = self.add_several(client, bomb)
        assert not answer["success"]
        assert "121.0 megapixels" in answer["error_message"]
        heavy = SimpleUploadedFile("heavy.jpg", picture_bytes() + b"\0" * 11 * 1024 * 1024, "image/jpeg")
        assert "This file is 11 MB; the limit is 10 MB" in self.add_several(client, heavy)["error_message"]

    def test_the_browser_leaves_the_limit_to_the_answer_that_names_the_size(self, client, administrator):
        client.force_login(administrator)
        page = client.get(reverse("wagtailimages:add_multiple")).content.decode()
        assert 'data-max-file-size="None"' in page

    def test_a_drawing_that_could_run_scripts_is_refused_under_any_name(self, client, administrator):
        client.force_login(administrator)
        for name in ("drawing.svg", "drawing.png"):
            answer = self.add_several(client, SimpleUploadedFile(name, self.SVG, "image/png"))
            assert "not a picture" in answer["error_message"]
        assert not SiteImage.objects.exists()

    def test_while_writing(self, client, administrator):
        client.force_login(administrator)
        prefix = "image-chooser-upload"
        response = client.post(
            reverse("wagtailimages_chooser:create"),
            {
                f"{prefix}-title": "Arm",
                f"{prefix}-file": upload("IMG_1.heic", "HEIF", exif=telling_exif()),
                f"{prefix}-collection": Collection.get_first_root_node().pk,
            },
        )
        assert response.json()["step"] == "chosen"
        assert SiteImage.objects.get().file.name.endswith(".jpg")

    def test_one_kept_back_for_its_title_is_cleaned_when_it_is_finished(self, client, administrator):
        client.force_login(administrator)
        response = client.post(
            reverse("wagtailimages:add_multiple"),
            {"title": "A" * 300, "files[]": upload(exif=telling_exif())},
            headers={"X-Requested-With": "XMLHttpRequest"},
        ).json()
        pk = response["uploaded_file_id"]
        prefix = f"uploaded-image-{pk}"
        data = {f"{prefix}-title": "Arm", f"{prefix}-collection": Collection.get_first_root_node().pk}
        client.post(reverse("wagtailimages:create_multiple_from_uploaded_image", args=[pk]), data)
        assert b"Telltale" not in SiteImage.objects.get().file.read()

    def test_the_form_lets_the_focal_point_be_set(self, client, administrator):
        image = SiteImage.objects.create(title="Arm", file=upload())
        client.force_login(administrator)
        page = client.get(reverse("wagtailimages:edit", args=[image.pk])).content.decode()
        assert "focal-point-chooser" in page
        assert 'accept="image/*, image/heic, image/avif"' in page
