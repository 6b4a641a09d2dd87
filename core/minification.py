"""Takes the air out of readers' pages: phones on slow lines pay for every kilobyte."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django_minify_html.middleware import MinifyHtmlMiddleware

from core.audience import Audience, audience_of


class MinificationMiddleware(MinifyHtmlMiddleware):
    """Minifies pages for readers; the admin and its previews stay as Wagtail writes them."""

    #: What the HTML standard lets out, as far as every checker and reader agrees on it.
    minify_args = {
        "keep_closing_tags": True,
        "keep_html_and_head_opening_tags": True,
        "minify_doctype": False,
        "allow_noncompliant_unquoted_attribute_values": False,
        "allow_removing_spaces_between_attributes": False,
        "allow_optimal_entities": False,
    }

    def should_minify(self, request: HttpRequest, response: HttpResponseBase) -> bool:
        """Whether a response is a page that readers see."""
        return super().should_minify(request, response) and audience_of(request) is Audience.READER
