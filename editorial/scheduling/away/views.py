"""Where somebody makes the address of their calendar, and takes it away."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from editorial.scheduling.away.keys import make_address, switch_off
from editorial.scheduling.away.models import CalendarKey


class CalendarAddressView(WagtailAdminTemplateMixin, TemplateView):
    """Says how things stand; a new address is shown in the answer to the press of the button, and never again."""

    template_name = "editorial/scheduling/away/calendar_address.html"
    page_title = "Your calendar elsewhere"
    header_icon = "calendar-alt"

    def get_breadcrumbs_items(self):
        account = {"url": reverse_lazy("wagtailadmin_account"), "label": "Account"}
        return [*self.breadcrumbs_items, account, {"url": "", "label": self.get_page_title()}]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Make a new address, in place of the old one."""
        return self.render_to_response(self.get_context_data(address=make_address(request.user)))

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        # Programs on this machine open their own calendar at an address of this kind.
        subscription = context.get("address", "").replace("https://", "webcal://").replace("http://", "webcal://")
        key = CalendarKey.objects.filter(user=self.request.user).first()
        return context | {"key": key, "subscription": subscription}


@require_POST
def switch_off_calendar(request: HttpRequest) -> HttpResponse:
    """Take the address away."""
    switch_off(request.user)
    messages.success(request, "Your calendar can no longer be read elsewhere.")
    return redirect("calendar_address")
