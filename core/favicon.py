"""The icon where browsers and feed readers look for one that nobody told them of."""

from django.apps import apps
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe
from wagtail.models import Site

DAY = 24 * 3600


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """On to the icon an editor chose, or to the house icon."""
    site = Site.find_for_request(request)
    chosen = apps.get_model("home.SiteSettings").for_request(request).favicon if site else None
    shown = chosen.at("favicon") if chosen else None
    response = HttpResponseRedirect(shown.url if shown else static("img/favicon.ico"))
    response.headers["Cache-Control"] = f"public, max-age={DAY}"
    return response
