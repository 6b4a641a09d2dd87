"""Uploaded pictures reach readers; nothing else in the upload folder does."""

import pytest


@pytest.fixture
def uploads(settings, tmp_path):
    """A folder of uploads with a picture, a script posing as one, and a document."""
    settings.MEDIA_ROOT = tmp_path
    for name in ("images/drop.webp", "images/drop.svg", "documents/plan.pdf", "secret.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"content")
    return tmp_path


@pytest.fixture
def get(client, uploads):
    """Ask for an upload, and close its file at the end."""
    responses = []

    def ask(name):
        responses.append(client.get(f"/media/{name}"))
        return responses[-1]

    yield ask
    for response in responses:
        response.close()


@pytest.mark.django_db
class ServeMediaTests:
    def test_a_picture_is_served_and_kept_for_a_month(self, get):
        response = get("images/drop.webp")
        assert b"".join(response.streaming_content) == b"content"
        assert response.headers["Content-Type"] == "image/webp"
        assert response.headers["Cache-Control"] == "public, max-age=2592000"

    def test_a_browser_neither_guesses_its_type_nor_runs_anything_in_it(self, get):
        response = get("images/drop.webp")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert "attachment" not in response.headers.get("Content-Disposition", "")

    def test_what_is_not_a_plain_picture_is_downloaded(self, get):
        assert get("images/drop.svg").headers["Content-Disposition"] == "attachment"

    @pytest.mark.parametrize(
        "name", ["documents/plan.pdf", "secret.txt", "images/none.webp", "images/", "images/../documents/plan.pdf"]
    )
    def test_documents_folders_and_missing_files_are_not_there(self, get, name):
        assert get(name).status_code == 404

    def test_nothing_can_be_posted(self, client, uploads):
        assert client.post("/media/images/drop.webp").status_code == 405
