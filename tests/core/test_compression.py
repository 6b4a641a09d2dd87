"""Text is compressed on its way to a reader, pictures are not."""

import pytest
from django.http import HttpResponse

from core.compression import TextCompressionMiddleware


@pytest.fixture
def answer(rf):
    """Send a long response of a type through the middleware to a browser that accepts gzip."""

    def send(content_type):
        request = rf.get("/", headers={"Accept-Encoding": "gzip"})
        response = HttpResponse(b"word " * 500, content_type=content_type)
        return TextCompressionMiddleware(lambda request: response)(request)

    return send


class TextCompressionMiddlewareTests:
    @pytest.mark.parametrize("content_type", ["text/html; charset=utf-8", "application/rss+xml; charset=utf-8"])
    def test_text_is_compressed(self, answer, content_type):
        response = answer(content_type)
        assert response.headers["Content-Encoding"] == "gzip"
        assert len(response.content) < 500

    def test_a_picture_is_left_as_it_is(self, answer):
        assert "Content-Encoding" not in answer("image/webp").headers
