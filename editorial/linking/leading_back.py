"""Links that were led elsewhere when a page went offline lead to it again once that is undone."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin import messages

from core.taken_along import Along
from editorial.linking.models import Sweep, SweptPage
from editorial.linking.sweeping import next_row, take_back

#: What the sweeps of a page that goes offline are noted under.
LINKS_LED_ON = "links_led_on"
BACK = "The links to it lead there again, except where a page has been changed since."
BACK_SOON = "The links to it are being led back, except where a page has been changed since: look again in a minute."


def lead_links_back(along: Along, request: HttpRequest) -> None:
    """Take back the sweeps that went along with taking a page offline, and say where to look at them."""
    for sweep in Sweep.objects.filter(pk__in=along.get(LINKS_LED_ON, ())):
        if sweep.can_be_taken_back and sweep.pages.exclude(state=SweptPage.State.KEPT).exists():
            take_back(sweep)
            look = messages.button(reverse("links_sweep", args=[sweep.pk]), "Look at the links")
            messages.success(request, BACK_SOON if next_row(sweep) else BACK, buttons=[look])
