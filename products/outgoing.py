"""The one way out to a shop: `/go/<product>/<offer>/`, which leads nowhere but to an offer an editor typed in."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.views.decorators.http import require_safe


def outgoing_address(product, offer) -> str:
    """The address on this site that leads to an offer; an offer not saved yet is linked directly."""
    return reverse("go", args=[product.slug, offer.pk]) if product.slug and offer.pk else offer.url


def destination(product, number: int | None) -> str:
    """Where the way out of a product leads: to one of its offers, the first when no number is given; else nowhere.

    From a product that is no longer sold it leads to the page that says so.
    """
    if product.is_retired:
        return product.get_url()
    offers = product.offers.all()
    found = (offers if number is None else offers.filter(pk=number)).first()
    return found.url if found else ""


@require_safe
def go(request: HttpRequest, slug: str, offer: int | None = None) -> HttpResponse:
    """Send the reader to an offer of a product that is live, public and labelled; to its first when none is named."""
    from core.readable import readable_in
    from products.models import ProductPage

    product = readable_in(ProductPage.objects.filter(slug=slug)).exclude(commercial_relation="").first()
    target = destination(product, offer) if product else ""
    if not target:
        raise Http404("No such offer.")
    response = HttpResponseRedirect(target)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Cache-Control"] = "no-store"
    return response


urlpatterns = [
    path("<slug:slug>/", go, name="go"),
    path("<slug:slug>/<int:offer>/", go, name="go"),
]
