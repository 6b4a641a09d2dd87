"""Taking several pages offline, deleting and moving them, with the same look and the same questions as for one."""

from django import forms
from django.http import HttpResponse
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.admin.views.pages.bulk_actions.move import MoveBulkAction
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction

from editorial.linking.connections import led_from
from editorial.linking.leaving import (
    LeavingForm,
    addresses_of,
    answers,
    keep_promises,
    lead_on_offline,
    let_links_follow,
)


class LeavingTogetherForm(LeavingForm):
    """The questions for several pages."""

    include_descendants = forms.BooleanField(label="Their subpages, too", required=False)


class ShowsLinks:
    """Shows what leads to each of the pages."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        for item in context["items"]:
            item["groups"] = led_from(item["item"], self.request.user)
        return context | {"groups": any(item["groups"] for item in context["items"])}


class LeavesReaders(ShowsLinks):
    """Asks about the addresses of the pages and the links to them."""

    def get_form(self, form_class=None) -> LeavingForm:
        pages, _ = self.get_actionable_objects()
        return LeavingTogetherForm(answers(self.request), pages=pages)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"has_address": any(addresses_of(item["item"]) for item in context["items"])}

    def prepare_action(self, objects, objects_without_access) -> HttpResponse | None:
        """Change the links while there still is something they lead to, unless one of the pages may not go."""
        if (refusal := super().prepare_action(objects, objects_without_access)) is not None:
            return refusal
        let_links_follow(objects, self.cleaned_form, self.request.user, self.action_type == "delete")
        return None


class LinkingUnpublishBulkAction(LeavesReaders, UnpublishBulkAction):
    """Takes pages offline."""

    template_name = "editorial/linking/confirm_bulk_unpublish.html"

    def prepare_action(self, objects, objects_without_access) -> HttpResponse | None:
        if (refusal := super().prepare_action(objects, objects_without_access)) is not None:
            return refusal
        for page in objects:
            lead_on_offline(page, self.cleaned_form)
        return None


class LinkingDeleteBulkAction(LeavesReaders, DeleteBulkAction):
    """Deletes pages."""

    template_name = "editorial/linking/confirm_bulk_delete.html"

    def form_valid(self, form) -> HttpResponse:
        pages, _ = self.get_actionable_objects()
        addresses = [address for page in pages for address in addresses_of(page)]
        response = super().form_valid(form)
        keep_promises(addresses, form)
        return response


class LinkingMoveBulkAction(ShowsLinks, MoveBulkAction):
    """Moves pages; links and old addresses follow them."""

    template_name = "editorial/linking/confirm_bulk_move.html"
