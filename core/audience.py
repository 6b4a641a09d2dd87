"""Whom a response is for: decides its content security policy and whether shared caches may keep it."""

from enum import Enum

from django.http import HttpRequest
from django.urls import reverse


class Audience(Enum):
    """The three kinds of people a response can be for."""

    READER = "reader"
    ADMIN = "admin"
    PREVIEW = "preview"


def audience_of(request: HttpRequest) -> Audience:
    """The audience of a request; a preview is a reader's page rendered for an editor."""
    if getattr(request, "is_preview", False):
        return Audience.PREVIEW
    if request.path_info.startswith(reverse("wagtailadmin_home")):
        return Audience.ADMIN
    return Audience.READER
