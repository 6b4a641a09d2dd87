"""Whoever may publish what was approved, and nothing else, is kept from publishing more by pressing “Publish”."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page

from core.own_words import take_back_last

NOT_PUBLISHED = (
    "“{title}” was saved and not published: what you changed has to be approved first. Submit it for review."
)


def keep_unapproved(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Leave a text as a draft that differs from the one that was approved, before it is published."""
    if page.permissions_for_user(request.user).can_publish():
        return None
    messages.warning(request, NOT_PUBLISHED.format(title=page.get_admin_display_title()))
    return redirect("wagtailadmin_pages:edit", page.pk)


def say_why_not_published(request: HttpRequest, page: Page) -> None:
    """Say it, too, when the text was changed and saved so early that “Publish” was no longer there to press."""
    if "action-publish" not in request.POST:
        return
    page = Page.objects.get(pk=page.pk).specific
    if page.has_unpublished_changes and not page.permissions_for_user(request.user).can_publish():
        take_back_last(request)
        messages.warning(request, NOT_PUBLISHED.format(title=page.get_admin_display_title()))
