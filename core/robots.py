"""What search engines are told not to crawl, and where to find what they may."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Site

from core.addresses import RESERVED_SLUGS, known_as

#: Of the addresses the site keeps for itself, those that search engines need to show its pages.
OPEN = {"documents", "feed", "media", "static"}
#: Where Wagtail asks for passwords.
PASSWORDS = "_util"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """The crawlers' rules; a site in development asks to be left alone altogether."""
    site = Site.find_for_request(request)
    if settings.DEBUG or site is None:
        rules = ["Disallow: /"]
    else:
        closed = sorted({*RESERVED_SLUGS, PASSWORDS} - OPEN)
        rules = [*(f"Disallow: /{slug}/" for slug in closed), f"Sitemap: {known_as(site, reverse('sitemap'))}"]
    return HttpResponse("\n".join(["User-agent: *", *rules, ""]), content_type="text/plain; charset=utf-8")
