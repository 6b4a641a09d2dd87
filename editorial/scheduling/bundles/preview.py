"""Browsing the site as it will be, for those who may edit every page of a bundle and for nobody else.

The site's own views answer, as they would an anonymous reader, inside a transaction that is rolled back.
"""

import copy
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.http import require_safe

from core.caching import PRIVATE
from core.site_time import with_zone
from editorial.scheduling.bundles.future import as_it_will_be
from editorial.scheduling.bundles.membership import members_of, pages_of
from editorial.scheduling.bundles.views import visible_bundle
from editorial.scheduling.failure_mail import may_know_all
from editorial.scheduling.models import Bundle
from editorial.scheduling.reasons import CannotGoLiveError

#: What is answered: pages and the search; files and what is made for machines stay where they are.
ANSWERED = {"wagtail_serve", "search"}
#: The address a link or a form of a reader's page leads to, on this site.
LINK = re.compile(r"""(<(?:a|form)\b[^>]*?\s(?:href|action)=")(/(?!/)[^"]*)""")
ELSEWHERE = ("/admin/", "/static/", "/media/", "/documents/", "/go/", "/feed/")


@dataclass(frozen=True)
class Banner:
    """What every page of the preview says on top."""

    bundle: Bundle

    @property
    def when(self) -> str:
        """The moment in words; empty while there is none."""
        return with_zone(self.bundle.moment) if self.bundle.moment else ""

    @property
    def address(self) -> str:
        """The way back."""
        return reverse("bundle", args=[self.bundle.pk])


@require_safe
def preview(request: HttpRequest, pk: int, path: str = "") -> HttpResponse:
    """One address of the site as it will be, with a banner that says so; private, and kept by nobody."""
    bundle = visible_bundle(request.user, pk)
    if not bundle.is_waiting:
        messages.info(request, "All of it is live: look at the site itself.")
        return redirect("bundle", pk)
    if not may_know_all(request.user, pages_of(members_of(bundle))):
        raise PermissionDenied
    try:
        with as_it_will_be(bundle):
            response = answer(as_reader(request, bundle, path))
    except CannotGoLiveError as error:
        messages.error(request, f"The site cannot be shown with it yet. {error}")
        return redirect("bundle", pk)
    return private(keep_inside(response, reverse("bundle_preview", args=[pk])))


def as_reader(request: HttpRequest, bundle: Bundle, path: str) -> HttpRequest:
    """The request an anonymous reader would make of the site, marked as a preview."""
    asked = copy.copy(request)
    asked.path_info = asked.path = f"/{path}"
    asked.user, asked.COOKIES = AnonymousUser(), {}
    asked.is_preview, asked.as_it_will_be = True, Banner(bundle)
    return asked


def answer(request: HttpRequest) -> HttpResponse:
    """What the site's own view says, rendered at once."""
    try:
        match = resolve(request.path_info)
        if match.view_name not in ANSWERED:
            raise Http404
        request.resolver_match = match
        response = match.func(request, *match.args, **match.kwargs)
    except (Http404, Resolver404):
        # Not the site's own, which remembers what it has offered.
        response = render(request, "404.html", {"words": "", "near": [], "is_gone": False}, status=404)
    return response.render() if hasattr(response, "render") and not response.is_rendered else response


def keep_inside(response: HttpResponse, root: str) -> HttpResponse:
    """Let every link to a page of the site lead to its preview."""

    def lead(address: str) -> str:
        return address if address.startswith(ELSEWHERE) else f"{root}{address[1:]}"

    if response.status_code in {301, 302, 307, 308}:
        place = urlsplit(response["Location"])
        return HttpResponseRedirect(lead(f"{place.path}?{place.query}" if place.query else place.path))
    html = LINK.sub(lambda match: match[1] + lead(match[2]), response.content.decode(response.charset))
    return HttpResponse(html, status=response.status_code)


def private(response: HttpResponse) -> HttpResponse:
    """Let nobody keep it, nor list it."""
    response.headers["Cache-Control"] = PRIVATE
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
