"""Taking a page offline and deleting it, with a look at what leads there."""

from functools import cached_property

from django.http import HttpRequest, HttpResponse
from wagtail.admin.views.pages.delete import DeleteView
from wagtail.admin.views.pages.move import MoveConfirmView
from wagtail.admin.views.pages.unpublish import UnpublishView
from wagtail.admin.views.pages.utils import type_to_delete_confirmation

from core.taken_along import note_along
from editorial.linking.connections import led_from
from editorial.linking.leading_back import LINKS_LED_ON
from editorial.linking.leaving import (
    LeavingForm,
    addresses_of,
    answers,
    keep_promises,
    lead_on_offline,
    let_links_follow,
)


class LinkingUnpublishView(UnpublishView):
    """Asks what the address answers and where the links go, before a page is taken offline."""

    template_name = "editorial/linking/confirm_unpublish.html"

    @cached_property
    def form(self) -> LeavingForm:
        """The questions; what is chosen in the page form already is the answer to begin with."""
        instead = self.object.forward_to
        initial = {"answer": "lead", "instead": instead} if instead else {}
        return LeavingForm(answers(self.request), pages=[self.object], initial=initial)

    def unpublish(self):
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        if sweeps := let_links_follow([self.object], self.form, self.request.user):
            note_along(self.request, LINKS_LED_ON, [sweep.pk for sweep in sweeps])
        lead_on_offline(self.object, self.form)
        return super().unpublish()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"form": self.form, "groups": led_from(self.object, self.request.user)}


class LinkingDeleteView(DeleteView):
    """Asks the same before a page is deleted; a page that readers never saw has no address to keep."""

    template_name = "editorial/linking/confirm_delete.html"

    @cached_property
    def form(self) -> LeavingForm:
        """The questions."""
        return LeavingForm(answers(self.request), pages=[self.page])

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.usage.is_protected or not type_to_delete_confirmation(request):
            return super().post(request, *args, **kwargs)
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        addresses = addresses_of(self.page)
        let_links_follow([self.page], self.form, request.user, are_deleted=True)
        response = super().post(request, *args, **kwargs)
        keep_promises(addresses, self.form)
        return response

    def get_context_data(self, **kwargs):
        context = super().get_context_data()
        groups = led_from(self.page, self.request.user)
        return context | {"form": self.form, "groups": groups, "has_address": bool(addresses_of(self.page))}


class LinkingMoveView(MoveConfirmView):
    """Shows what leads to a page that is moved: links follow it, and its old address leads to the new one."""

    template_name = "editorial/linking/confirm_move.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"groups": led_from(self.page_to_move, self.request.user)}
