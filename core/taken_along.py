"""What a step of somebody took along in other places, so that undoing the step can take that back, too.

Whoever does more in a request than its step says notes it under a name of its own, and registers by the hook
``take_back_along`` a function of what was noted and the request; it takes that back, if it was its own, and says so.
"""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

TAKE_BACK_HOOK = "take_back_along"

Along = dict[str, Any]


def note_along(request: HttpRequest, name: str, value: Any) -> None:
    """Remember what this request does beside its step; the value has a way through a browser before it."""
    request.taken_along = taken_along(request) | {name: value}


def taken_along(request: HttpRequest) -> Along:
    """What this request did beside its step."""
    return getattr(request, "taken_along", {})


def take_back_along(along: Along, request: HttpRequest) -> None:
    """Take back what a step took along, once the step itself is taken back."""
    if along:
        for take_back in hooks.get_hooks(TAKE_BACK_HOOK):
            take_back(along, request)
