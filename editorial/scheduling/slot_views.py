"""The page on which slots and closed days are set."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from core.site_time import by_the_clock, zone_name
from editorial.scheduling.ics import MAX_DAYS, ClosedDaysFile
from editorial.scheduling.slot_forms import Closing, SlotsForm
from editorial.scheduling.timetable import may_set


class SlotsView(WagtailAdminTemplateMixin, FormView):
    """Slots of each weekday and closed days, on one page that is saved with one button."""

    form_class = SlotsForm
    template_name = "editorial/scheduling/slots.html"
    page_title = "Slots and closed days"
    header_icon = "calendar-check"
    success_url = reverse_lazy("schedule_slots")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may_set(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        calendar = {"url": reverse("calendar"), "label": "Calendar"}
        return [*self.breadcrumbs_items, calendar, {"url": "", "label": self.get_page_title()}]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"today": by_the_clock(timezone.now()).date()}

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "action_url": reverse("schedule_slots"),
            "submit_button_label": "Save",
            "submit_button_active_label": "Saving…",
            "zone": zone_name(),
        }

    def form_valid(self, form: SlotsForm) -> HttpResponse:
        with transaction.atomic():
            closing = form.save()
        messages.success(self.request, "Slots and closed days are saved.")
        if file := form.cleaned_data["file"]:
            messages.info(self.request, told(file, closing))
        return super().form_valid(form)


def told(file: ClosedDaysFile, closing: Closing) -> str:
    """What became of a file, in words."""
    words = [f"From the file: {days(closing.added)} added, {closing.known} known already."]
    if file.is_cut:
        words.append(f"It closes more than {MAX_DAYS} days: the first {MAX_DAYS} were taken.")
    if file.timed:
        words.append(f"Left out, as they do not last all day: {events(file.timed)}.")
    if file.unreadable:
        words.append(f"Left out, as nobody can read them: {events(file.unreadable)}.")
    return " ".join(words)


def days(count: int) -> str:
    """A number of closed days in words."""
    return f"{count} closed day" if count == 1 else f"{count} closed days"


def events(count: int) -> str:
    """A number of events in words."""
    return f"{count} event" if count == 1 else f"{count} events"
