"""What may be uploaded as a document, through the admin's own view."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Collection


@pytest.mark.django_db
class DocumentUploadTests:
    @pytest.fixture
    def upload(self, editor_client):
        """Send one file as an editor; the answer."""

        def send(name, content=b"%PDF-1.7"):
            return editor_client.post(
                reverse("wagtaildocs:add_multiple"),
                {
                    "title": "Plan",
                    "files[]": SimpleUploadedFile(name, content),
                    "collection": Collection.get_first_root_node().pk,
                },
                headers={"X-Requested-With": "XMLHttpRequest"},
            ).json()

        return send

    def test_a_paper_to_read_is_accepted(self, upload):
        assert upload("plan.pdf")["success"]

    @pytest.mark.parametrize("name", ["plan.html", "plan.svg", "plan.exe", "photo.jpg"])
    def test_anything_a_browser_would_run_or_that_is_a_picture_is_refused(self, upload, name):
        assert "is not allowed" in upload(name)["error_message"]
        assert not Document.objects.exists()

    def test_one_that_is_too_large_is_told_the_limit(self, upload):
        assert "10.0" in upload("plan.pdf", b"%PDF-1.7" + b"\0" * 10 * 1024 * 1024)["error_message"]
        assert not Document.objects.exists()
