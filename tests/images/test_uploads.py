"""What may be uploaded as a picture."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import ImageFile

from images.uploads import frame_count, megabytes, opened, refuse_too_heavy, refuse_too_many_pixels
from tests.images.pictures import moving_picture, picture_bytes

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'


class OpenedTests:
    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF", "HEIF"])
    def test_accepted_formats_are_known_by_their_content(self, kind):
        picture = opened(BytesIO(picture_bytes(kind, size=(60, 40))))
        assert (picture.format, picture.size) == (kind, (60, 40))

    @pytest.mark.parametrize("content", [SVG, b"", b"hello", picture_bytes("TIFF"), picture_bytes("BMP")])
    def test_anything_else_is_refused_in_plain_words(self, content):
        with pytest.raises(ValidationError, match="not a picture that can be used here"):
            opened(BytesIO(content))

    @pytest.mark.parametrize("kind", ["PNG", "GIF", "HEIF"])
    def test_a_file_cut_off_in_its_header_is_called_damaged(self, kind):
        with pytest.raises(ValidationError, match="damaged"):
            opened(BytesIO(picture_bytes(kind)[: 24 if kind != "GIF" else 8]))


class WeightTests:
    def test_a_file_at_the_limit_passes(self):
        refuse_too_heavy(10 * 1024 * 1024)

    def test_one_that_is_too_large_is_told_its_size_and_the_limit(self):
        with pytest.raises(ValidationError) as refusal:
            refuse_too_heavy(int(14.2 * 1024 * 1024))
        assert refusal.value.messages == ["This file is 14.2 MB; the limit is 10 MB. Export it smaller and try again."]

    def test_sizes_are_written_without_needless_zeros(self):
        assert [megabytes(size * 1024 * 1024) for size in (1, 2.5)] == ["1 MB", "2.5 MB"]


class PixelTests:
    def test_a_small_file_of_many_pixels_is_refused_before_it_is_decoded(self, monkeypatch):
        bomb = picture_bytes("PNG", size=(11000, 11000))
        assert len(bomb) < 1_000_000
        monkeypatch.setattr(ImageFile.ImageFile, "load", lambda picture: pytest.fail("was decoded"))
        with pytest.raises(ValidationError) as refusal:
            refuse_too_many_pixels(opened(BytesIO(bomb)))
        assert refusal.value.messages == [
            "This picture has 121.0 megapixels (11000 by 11000 pixels); the limit is 40 megapixels. "
            "Export it smaller and try again."
        ]

    def test_forty_megapixels_pass(self):
        refuse_too_many_pixels(opened(BytesIO(picture_bytes("PNG", size=(8000, 5000)))))

    def test_every_frame_of_a_moving_picture_counts(self, settings):
        settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 1000
        with pytest.raises(ValidationError, match=r"\(20 by 20 pixels in 3 frames\)"):
            refuse_too_many_pixels(opened(BytesIO(moving_picture())))

    def test_still_formats_have_one_frame(self):
        assert frame_count(opened(BytesIO(picture_bytes("JPEG")))) == 1
