"""What is offered about a page whose text is approved and that has no time to go live.

Apps that know of times register a function of page and request by the hook ``construct_ready_offer``; it returns what
is put beside the words that say so, or nothing.
"""

from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.models import Page

OFFER_HOOK = "construct_ready_offer"


def offers(page: Page, request: HttpRequest) -> SafeString:
    """Everything that is offered to whoever asks."""
    found = [offer(page, request) for offer in hooks.get_hooks(OFFER_HOOK)]
    return format_html_join(" ", "{}", ((one,) for one in found if one))
