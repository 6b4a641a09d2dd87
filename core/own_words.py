"""Lets the site say what was done in words of its own, in place of the general ones a view of Wagtail has queued."""

from django.contrib import messages
from django.http import HttpRequest


def take_back_last(request: HttpRequest) -> None:
    """Forget what was said last while this request is answered; what waits from earlier ones stays."""
    # Reading the queue would mark every message as seen.
    queued = messages.get_messages(request)._queued_messages
    if queued:
        queued.pop()
