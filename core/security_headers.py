"""Security headers by audience: strict for readers, workable for the admin and its previews."""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from core.audience import Audience, audience_of

# A shop that is linked to learns the site's name and never the condition that was read about.
READER_REFERRER_POLICY = "strict-origin"
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


class SecurityHeadersMiddleware(CSPMiddleware):
    """Gives every response the policies of its audience, unless the view set its own."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """The admin's policy for the admin and previews, the reader's for everything else."""
        parts = super().get_policy_parts(request, response, report_only)
        if audience_of(request) is not Audience.READER and not report_only and parts.config is None:
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Add the headers that the browser reads beside the content security policy."""
        response = super().process_response(request, response)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if audience_of(request) is Audience.READER:
            response.headers.setdefault("Referrer-Policy", READER_REFERRER_POLICY)
        return response
