"""The plan of a page, and planning a page that does not exist yet."""

from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.generic import FormView
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from core.site_time import moment_in, with_zone
from editorial.scheduling.calendar.moves import CannotMoveError, Move, carry_out, reason_to_stay
from editorial.scheduling.models import PlannedPage
from editorial.scheduling.plans.forms import IdeaForm, PlanForm
from editorial.scheduling.plans.ideas import places, plan_page
from editorial.scheduling.slots import best_on, free_slots, past_any_hold
from editorial.scheduling.timetable import moment_of

#: How many free slots are offered at once: four weeks of weekdays.
SLOTS = 20
CENTURY = range(2000, 2100)


class PlanningView(WagtailAdminTemplateMixin, FormView):
    """A page of the admin about a plan, which leads back to where it was opened from."""

    header_icon = "calendar-alt"

    def get_breadcrumbs_items(self):
        calendar = {"url": reverse("calendar"), "label": "Calendar"}
        return [*self.breadcrumbs_items, calendar, {"url": "", "label": self.get_page_title()}]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"slots": self.get_slots()}

    def get_slots(self) -> list[datetime]:
        """The free slots that are offered: the next ones, or those from the week on that somebody comes from."""
        now, day = timezone.now(), day_in(self.request.GET.get("from", ""))
        # A slot at the very beginning of that day is one of them.
        start = moment_of(day, time()) - timedelta(seconds=1) if day else now
        return list(islice(free_slots(past_any_hold(max(now, start)), self.get_page()), SLOTS))

    def get_page(self) -> Page | None:
        """The page that is planned, which may keep its own slot; none before it exists."""
        return None

    def get_success_url(self) -> str:
        return get_valid_next_url_from_request(self.request) or reverse("calendar")

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"next": self.get_success_url()}


class PlanView(PlanningView):
    """When a page is to go live, who writes it until when, and what it should say."""

    template_name = "editorial/scheduling/plans/plan.html"
    form_class = PlanForm

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.page = get_object_or_404(Page, pk=kwargs["page_id"]).specific
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.plan = PlannedPage.objects.filter(page=self.page).first() or PlannedPage(page=self.page)
        self.before = self.plan.moment
        return super().dispatch(request, *args, **kwargs)

    def get_page(self) -> Page:
        return self.page

    def get_page_title(self) -> str:
        return f"Plan of “{self.page.get_admin_display_title()}”"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.plan}

    def get_form(self, form_class=None) -> PlanForm:
        form = super().get_form(form_class)
        if reason_to_stay(self.page, self.request.user):
            form.fields["moment"].disabled = True
            del form.fields["slot"]
        if self.page.scheduled_revision:
            form.fields["moment"].help_text = "It is scheduled: it goes live then by itself."
        return form

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "page": self.page,
            "why_not": reason_to_stay(self.page, self.request.user),
            "may_shift": bool(self.before and self.before > timezone.now()),
        }

    def form_valid(self, form: PlanForm) -> HttpResponse:
        moment = form.cleaned_data["moment"]
        if moment != self.before:
            try:
                carry_out([Move(self.page.pk, self.before, moment)], self.request.user)
            except CannotMoveError as error:
                form.add_error("moment", str(error))
                return self.form_invalid(form)
        agreed = {name: form.cleaned_data[name] for name in ("assignee", "text_due", "brief")}
        PlannedPage.objects.update_or_create(page=self.page, defaults=agreed)
        messages.success(self.request, f"The plan of “{self.page.get_admin_display_title()}” is kept.")
        return super().form_valid(form)


class NewIdeaView(PlanningView):
    """Plan a page that nobody has begun to write."""

    template_name = "editorial/scheduling/plans/idea.html"
    form_class = IdeaForm
    page_title = "Plan a page"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.places = places(request.user)
        if not self.places:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        now, day, slot = timezone.now(), day_in(self.request.GET.get("on", "")), moment_in(self.request.GET.get("slot"))
        return {"type": "blogpostpage", "moment": slot or (best_on(day, now) if day else None)}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"places": self.places, "planner": self.request.user}

    def form_valid(self, form: IdeaForm) -> HttpResponse:
        if form.likenesses:
            return self.render_to_response(self.get_context_data(form=form))
        agreed = {name: form.cleaned_data[name] for name in ("topic", "moment", "assignee", "text_due", "brief")}
        page = plan_page(form.place, form.cleaned_data["title"], self.request.user, **agreed)
        if "write" in self.request.POST:
            return redirect("wagtailadmin_pages:edit", page.pk)
        messages.success(self.request, f"“{page.title}” is {planned_words(agreed['moment'])}.")
        return super().form_valid(form)


def day_in(text: str) -> date | None:
    """A day as an address says it; none when it says nothing usable, and nobody plans in other centuries."""
    try:
        day = parse_date(text)
    except ValueError:
        return None
    return day if day and day.year in CENTURY else None


def planned_words(moment: datetime | None) -> str:
    """What became of a plan."""
    return f"planned for {with_zone(moment)}" if moment else "in the tray"
