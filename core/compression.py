"""Compresses text on its way out; pictures and documents are compressed already."""

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

TEXT_TYPES = ("text/", "application/json", "application/ld+json", "application/rss+xml", "application/xml")


class TextCompressionMiddleware(GZipMiddleware):
    """Gzip for pages, feeds and JSON alone: stock GZipMiddleware spends time on streamed pictures too."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress the response when it is text."""
        if not response.headers.get("Content-Type", "").startswith(TEXT_TYPES):
            return response
        return super().process_response(request, response)
