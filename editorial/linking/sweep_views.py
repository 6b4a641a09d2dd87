"""Screens on which many links are changed at once: another page in place of one, older pages that name a new one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from editorial.linking.connections import led_from, pages_naming
from editorial.linking.forms import ReplaceForm
from editorial.linking.models import Sweep, SweptPage
from editorial.linking.sweeping import sweep_now, take_back
from editorial.linking.views import editable_page
from users.models import User


def editable_among(keys: set[int], user: User) -> list[Page]:
    """Those of some pages whose form a user may open."""
    pages = Page.objects.filter(pk__in=keys).order_by("pk").specific()
    return [page for page in pages if page.permissions_for_user(user).can_edit()]


@transaction.atomic
def begin_replacing(old: Page, new: Page, user: User) -> Sweep:
    """A sweep that puts one page in the place of another wherever a user may edit; nothing is changed yet."""
    titles = {"old_title": old.get_admin_display_title(), "new_title": new.get_admin_display_title()}
    sweep = Sweep.objects.create(old=old, new=new, user=user, **titles)
    pages = editable_among(pages_naming(old) - {new.pk}, user)
    SweptPage.objects.bulk_create([SweptPage(sweep=sweep, page_id=page.pk) for page in pages])
    return sweep


class SweepScreen(WagtailAdminTemplateMixin):
    """A screen about the links of one page, reached from its form."""

    header_icon = "link"

    @cached_property
    def page(self) -> Page:
        """The page it is about, for those who may open its form."""
        return editable_page(self.request, self.kwargs["page_id"]).specific

    def get_page_title(self):
        return f"{self.page_title}: {self.page.get_admin_display_title()}"

    def get_breadcrumbs_items(self):
        form = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        trail = [{"url": form, "label": self.page.get_admin_display_title()}]
        return [*self.breadcrumbs_items, *trail, {"url": "", "label": self.get_page_title()}]


class ReplaceView(SweepScreen, FormView):
    """Put another page in the place of this one wherever it is named: what will change is listed first."""

    form_class = ReplaceForm
    template_name = "editorial/linking/replace.html"
    page_title = "Replace everywhere"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"page": self.page}

    def get_initial(self):
        return {"new": getattr(self.page, "successor_id", None)}

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        groups = led_from(self.page, self.request.user)
        count = len(editable_among(pages_naming(self.page), self.request.user))
        return super().get_context_data(**kwargs) | {"page": self.page, "groups": groups, "count": count}

    def form_valid(self, form: ReplaceForm) -> HttpResponse:
        sweep = begin_replacing(self.page, form.cleaned_data["new"], self.request.user)
        sweep_now(sweep)
        return redirect("links_sweep", sweep.pk)


class SweepView(WagtailAdminTemplateMixin, TemplateView):
    """What a sweep did to each page, what it has left to do, and the way back."""

    template_name = "editorial/linking/sweep.html"
    header_icon = "link"
    page_title = "Links changed"

    @cached_property
    def sweep(self) -> Sweep:
        """The sweep, for whoever made it and those who may do the same."""
        return own_sweep(self.request, self.kwargs["pk"])

    def get_page_title(self):
        return f"{self.page_title}: {self.sweep}"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        rows = list(self.sweep.pages.select_related("page").order_by("state", "pk"))
        count = {state: sum(row.state == state for row in rows) for state in SweptPage.State}
        is_busy = bool(count[SweptPage.State.WAITING]) and not self.sweep.is_taken_back
        return super().get_context_data(**kwargs) | {
            "sweep": self.sweep,
            "rows": rows,
            "live": count[SweptPage.State.LIVE],
            "drafts": count[SweptPage.State.DRAFT],
            "kept": count[SweptPage.State.KEPT],
            "waiting": count[SweptPage.State.WAITING],
            "is_busy": is_busy,
            "may_undo": self.sweep.can_be_taken_back
            and bool(count[SweptPage.State.LIVE] + count[SweptPage.State.DRAFT]),
        }


@require_POST
def undo_sweep(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a sweep back."""
    sweep = own_sweep(request, pk)
    if sweep.can_be_taken_back:
        take_back(sweep)
        messages.success(request, "The links are as before, except where a page has been changed since.")
    else:
        messages.warning(request, "Nothing was undone: this was taken back already, or the page has been deleted.")
    return redirect("links_sweep", pk)


def own_sweep(request: HttpRequest, pk: int) -> Sweep:
    """A sweep of the user's own."""
    sweep = get_object_or_404(Sweep, pk=pk)
    if sweep.user_id != request.user.pk and not request.user.is_superuser:
        raise PermissionDenied
    return sweep
