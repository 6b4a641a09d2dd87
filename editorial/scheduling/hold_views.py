"""The two pages around a hold: one to place it, one to resume."""

import time
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.formats import date_format
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Revision

from editorial.scheduling import runner
from editorial.scheduling.forms import HoldForm, ResumeForm
from editorial.scheduling.hold import in_force, may_hold, open_hold, place, usual_end
from editorial.scheduling.resuming import missed, resume, went_live

#: What does not get live within so long is left to the worker, so that the answer does not wait for it.
PATIENCE_SECONDS = 10


class HoldersView(WagtailAdminTemplateMixin, FormView):
    """A page of the admin for those who may hold everything."""

    header_icon = "pause"
    success_url = reverse_lazy("wagtailadmin_home")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may_hold(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


class HoldView(HoldersView):
    """Hold everything, or change why and until when everything is held."""

    form_class = HoldForm
    template_name = "editorial/scheduling/hold.html"

    def get_page_title(self) -> str:
        return "Change the hold" if in_force(timezone.now()) else "Hold all"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": in_force(timezone.now())}

    def get_initial(self) -> dict[str, Any]:
        return {} if in_force(timezone.now()) else {"until": usual_end(timezone.now())}

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        is_held = bool(in_force(timezone.now()))
        return super().get_context_data(**kwargs) | {
            "action_url": reverse("schedule_hold"),
            "submit_button_label": "Change the hold" if is_held else "Hold everything",
            "submit_button_active_label": "Holding…",
        }

    def form_valid(self, form: HoldForm) -> HttpResponse:
        hold = place(form.cleaned_data["reason"], form.cleaned_data["until"], self.request.user)
        until = date_format(timezone.localtime(hold.until), "D j M, H:i")
        messages.success(self.request, f"Everything is held until {until}. Nothing goes live by the schedule.")
        return super().form_valid(form)


class ResumeView(HoldersView):
    """Resume, with a choice for each page that missed its moment."""

    form_class = ResumeForm
    template_name = "editorial/scheduling/resume.html"
    page_title = "Resume the schedule"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.hold, self.now = open_hold(), timezone.now().replace(microsecond=0)
        if self.hold is None:
            messages.info(request, "Nothing is held: somebody else has resumed.")
            return redirect("wagtailadmin_home")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"missed": missed(self.now), "now": self.now}

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"hold": self.hold, "is_in_force": self.now < self.hold.until}

    def form_valid(self, form: ResumeForm) -> HttpResponse:
        moments = form.moments()
        if not resume(moments, self.request.user):
            messages.info(self.request, "Nothing is held any more: somebody else has just resumed.")
            return super().form_valid(form)
        self.publish_chosen()
        self.say(form, moments)
        return super().form_valid(form)

    def publish_chosen(self) -> None:
        """Carry out at once what was to go live now; the worker does what is not through in time."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        runner.run(between=lambda: time.monotonic() < deadline)

    def say(self, form: ResumeForm, moments: dict[Revision, datetime]) -> None:
        """Say of each page what became of it."""
        live, titles = went_live(moments), {one.revision: one.title for one in form.asked}
        messages.success(self.request, "The schedule runs again.")
        for revision, moment in moments.items():
            title = f"“{titles[revision]}”"
            if revision.pk in live:
                messages.success(self.request, f"{title} is live now.")
            elif moment <= self.now:
                messages.warning(self.request, f"{title} is not live yet. “Due today” says why.")
            else:
                when = date_format(timezone.localtime(moment), "D j M, H:i")
                messages.success(self.request, f"{title} goes live on {when}.")
