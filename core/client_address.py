"""Where a request really comes from, with or without proxies in front of the site."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The visitor's IP address: of X-Forwarded-For only what this site's own PROXY_COUNT proxies wrote is believed."""
    sender = request.META.get("REMOTE_ADDR", "")
    forwarded = request.headers.get("X-Forwarded-For", "")
    chain = [address.strip() for address in forwarded.split(",") if address.strip()]
    # Each proxy appends whom it saw, so what a visitor made up stands to the left of what the proxies wrote.
    seen = [*chain, sender]
    return seen[max(0, len(seen) - 1 - settings.PROXY_COUNT)]
