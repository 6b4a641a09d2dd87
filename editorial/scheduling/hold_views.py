"""The two pages around a hold: one to place it, one to resume."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Revision

from core.site_time import by_the_clock, with_zone
from editorial.scheduling.at_once import run_at_once
from editorial.scheduling.forms import HoldForm, ResumeForm
from editorial.scheduling.hold import StillRunningError, in_force, may_hold, open_hold, place
from editorial.scheduling.naming import words_for
from editorial.scheduling.preflight import problems
from editorial.scheduling.resuming import MissedMoment, missed, resume, went_live
from editorial.scheduling.slots import slot_on

BUSY = "What you chose is still here: press the button again in a moment."
STILL_RUNNING = "Something was just going live when you pressed, and may still do so: look again in two minutes."


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

    def say_busy(self, form: Form, words: str) -> HttpResponse:
        """Say that the database is busy, over the form as it was filled in."""
        messages.error(self.request, f"{words}: the database is busy this moment. {BUSY}")
        return self.form_invalid(form)


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
        context = super().get_context_data(**kwargs)
        return context | {
            "media": context["form"].media,
            "action_url": reverse("schedule_hold"),
            "submit_button_label": "Change the hold" if is_held else "Hold everything",
            "submit_button_active_label": "Holding…",
        }

    def form_valid(self, form: HoldForm) -> HttpResponse:
        try:
            hold = place(form.cleaned_data["reason"], form.cleaned_data["until"], self.request.user)
        except StillRunningError as running:
            hold = running.hold
            messages.warning(self.request, STILL_RUNNING)
        except OperationalError:
            return self.say_busy(form, "Nothing is held yet")
        words = f"Everything is held until {with_zone(hold.until)}. Nothing goes live by the schedule."
        messages.success(self.request, words)
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
        try:
            is_mine = resume(moments, self.request.user)
        except OperationalError:
            return self.say_busy(form, "Everything is still held")
        if is_mine:
            self.publish_chosen(moments)
            self.say(form, moments)
        else:
            messages.info(self.request, "Nothing is held any more: somebody else has just resumed.")
        return super().form_valid(form)

    def publish_chosen(self, moments: dict[Revision, datetime]) -> None:
        """Carry out at once what was to go live now."""
        if any(moment <= self.now for moment in moments.values()):
            run_at_once()

    def say(self, form: ResumeForm, moments: dict[Revision, datetime]) -> None:
        """Say of each page what became of it."""
        live, asked = went_live(moments), {one.revision: one for one in form.asked}
        messages.success(self.request, "The schedule runs again.")
        for revision, moment in moments.items():
            title = f"“{asked[revision].title}”"
            if revision.pk in live:
                messages.success(self.request, f"{title} is live now.")
            elif moment <= self.now:
                messages.warning(
                    self.request, f"{title} is not live yet. “Due today” says why as soon as that is known."
                )
            else:
                messages.success(self.request, f"{title} goes live {with_zone(moment)}.")
                self.say_what_to_mend(asked[revision], moment)

    def say_what_to_mend(self, one: MissedMoment, moment: datetime) -> None:
        """Say what speaks against the chosen moment; a bundle says it on its own page."""
        if one.bundle is None and (words := words_for(self.request.user, problems(one.revision, moment))):
            messages.warning(self.request, f"Before “{one.title}” goes live: {' '.join(words)}")


def usual_end(moment: datetime) -> datetime:
    """Until when a hold lasts unless somebody says otherwise: the morning of the next day."""
    return slot_on(by_the_clock(moment).date() + timedelta(days=1))
