"""Which policies come with a reader's page, an admin page and a preview."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document


def policy(response) -> dict[str, str]:
    """The content security policy by directive."""
    parts = response.headers["Content-Security-Policy"].split("; ")
    return dict(part.split(" ", 1) for part in parts)


@pytest.mark.django_db
class ReaderPageTests:
    @pytest.fixture
    def response(self, client, plain_page):
        return client.get("/")

    def test_nothing_unsafe_is_allowed(self, response):
        assert "unsafe" not in response.headers["Content-Security-Policy"]

    def test_everything_not_named_is_refused(self, response):
        assert policy(response) == {
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self'",
            "img-src": "'self' data:",
            "font-src": "'self'",
            "connect-src": "'self'",
            "manifest-src": "'self'",
            "media-src": "'self'",
            "object-src": "'none'",
            "base-uri": "'self'",
            "form-action": "'self'",
            "frame-ancestors": "'self'",
        }

    def test_a_shop_never_learns_which_page_was_read(self, response):
        assert response.headers["Referrer-Policy"] == "strict-origin"

    def test_the_browser_guesses_no_type_and_opens_no_device(self, response):
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=()" in response.headers["Permissions-Policy"]

    def test_old_browsers_are_told_about_frames_in_their_own_header(self, response):
        assert response.headers["X-Frame-Options"] == "SAMEORIGIN"

    def test_a_missing_page_is_as_strict(self, client, response):
        assert policy(client.get("/no-such-page/")) == policy(response)


@pytest.mark.django_db
class AdminPageTests:
    @pytest.fixture
    def response(self, client):
        return client.get("/admin/login/")

    def test_wagtails_inline_scripts_may_run(self, response):
        assert policy(response)["script-src"] == "'self' 'unsafe-inline'"

    def test_plugins_foreign_forms_and_foreign_frames_may_not(self, response):
        directives = policy(response)
        assert directives["object-src"] == "'none'"
        assert directives["form-action"] == "'self'"
        assert directives["frame-ancestors"] == "'self'"

    def test_other_sites_learn_nothing_of_where_an_editor_was(self, response):
        assert response.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
class PreviewTests:
    def test_a_preview_has_the_admins_policies_and_may_stand_in_its_panel(self, client, plain_page):
        response = plain_page.make_preview_request()
        assert policy(response) == policy(client.get("/admin/login/"))
        assert policy(response)["frame-ancestors"] == "'self'"
        assert response.headers["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.django_db
class DocumentTests:
    @pytest.mark.parametrize("name", ["plan.pdf", "plan.txt"])
    def test_a_document_is_always_a_download_whose_type_is_not_guessed(self, client, settings, tmp_path, name):
        settings.MEDIA_ROOT = tmp_path
        settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
        document = Document.objects.create(title="Plan", file=ContentFile(b"<script>", name=name))
        response = client.get(document.url)
        assert response.status_code == 200
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        response.close()
