"""Tells the person why a page could not go live, whichever view of the admin tried to publish it.

Wagtail answers every PermissionDenied in the admin by going to the dashboard with "Sorry, you do not have permission
to access this area". After a refused publish that sentence is wrong, so it is replaced by the reasons and the page.
"""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.models import Page

from core.publishing import PublishRefused, last_refusal


class RefusalMessageMiddleware:
    """Puts the words of a refusal in place of the admin's general one; stands last, next to the view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        last_refusal.set(None)
        response = self.get_response(request)
        refusal = last_refusal.get()
        if refusal and response.status_code == 302 and response["Location"] == reverse("wagtailadmin_home"):
            return self._explain(request, refusal)
        return response

    def _explain(self, request: HttpRequest, refusal: PublishRefused) -> HttpResponse:
        # The general sentence was queued last; reading the queue empties it, so the others are put back.
        for message in list(messages.get_messages(request))[:-1]:
            messages.add_message(request, message.level, message.message, message.extra_tags)
        messages.error(request, str(refusal))
        if Page.objects.filter(pk=refusal.page.pk).exists():
            return redirect("wagtailadmin_pages:edit", refusal.page.pk)
        return redirect("wagtailadmin_home")
