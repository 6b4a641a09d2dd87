"""The screens of bundles: the list of them, and one for each, with what can be done about it."""

from itertools import islice
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import FormView, TemplateView
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from core.site_time import with_zone
from editorial.scheduling.bundles.access import may_act, may_make, may_see, visible
from editorial.scheduling.bundles.forms import AddForm, EndForm, JoinForm, NameForm, TimesForm
from editorial.scheduling.bundles.joining import join
from editorial.scheduling.bundles.membership import missing_from
from editorial.scheduling.bundles.outlook import attempt_at, flag_of_bundle, outlooks, status_of_bundle
from editorial.scheduling.bundles.planning import RefusedError, schedule
from editorial.scheduling.models import Bundle, Kind
from editorial.scheduling.slots import free_slots, past_any_hold
from users.models import User

#: How many slots are offered at once.
SLOTS = 3
#: How many bundles the list shows: those to come first, then the newest.
SHOWN = 200


class BundleScreen(WagtailAdminTemplateMixin):
    """A screen of bundles, reached from the calendar."""

    header_icon = "folder-open-inverse"

    def get_breadcrumbs_items(self):
        trail = [{"url": reverse("calendar"), "label": "Calendar"}, {"url": reverse("bundles"), "label": "Bundles"}]
        here = [{"url": "", "label": self.get_page_title()}]
        return [*self.breadcrumbs_items, *(trail if self.get_page_title() != "Bundles" else trail[:1]), *here]


class BundlesView(BundleScreen, TemplateView):
    """Every bundle somebody may see, with where it stands."""

    template_name = "editorial/scheduling/bundles/bundles.html"
    page_title = "Bundles"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        now = timezone.now()
        bundles = visible(self.request.user, Bundle.objects.prefetch_related("members").order_by("-pk")[:SHOWN])
        missing = missing_from(bundles)
        rows = [
            {
                "bundle": bundle,
                "status": status_of_bundle(bundle),
                "flag": flag_of_bundle(bundle, attempt_at(bundle) if is_past(bundle) else None, now),
                "missing": missing.get(bundle.pk, []),
            }
            for bundle in sorted(bundles, key=lambda one: (not one.is_waiting, one.moment or now))
        ]
        return super().get_context_data(**kwargs) | {"rows": rows, "may_make": may_make(self.request.user)}


class NewBundleView(BundleScreen, FormView):
    """Start a bundle with nothing but a name."""

    form_class = NameForm
    template_name = "editorial/scheduling/bundles/new.html"
    page_title = "New bundle"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may_make(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        words = {"action_url": reverse("bundle_new"), "submit_button_label": "Start the bundle"}
        return super().get_context_data(**kwargs) | words

    def form_valid(self, form: NameForm) -> HttpResponse:
        form.instance.created_by = self.request.user
        return redirect("bundle", form.save().pk)


class BundleView(BundleScreen, TemplateView):
    """One bundle: its times, its pages with what to mend, and what can be done."""

    template_name = "editorial/scheduling/bundles/bundle.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.bundle = visible_bundle(request.user, kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return self.bundle.name

    def get_next(self) -> str:
        """Where somebody came from to move the end, or else this screen."""
        return get_valid_next_url_from_request(self.request) or reverse("bundle", args=[self.bundle.pk])

    def get_times_form(self) -> TimesForm:
        times = {"moment": self.bundle.moment, "ends_at": self.bundle.ends_at}
        return TimesForm(self.request.POST or None, initial=times)

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        now, bundle = timezone.now(), self.bundle
        attempt, found = attempt_at(bundle), outlooks(bundle, self.request.user)
        times = kwargs.pop("form", None) or self.get_times_form()
        end_form = kwargs.pop("end_form", None) or EndForm(bundle=bundle)
        add = AddForm()
        return super().get_context_data(**kwargs) | {
            "bundle": bundle,
            "outlooks": found,
            "status": status_of_bundle(bundle),
            "flag": flag_of_bundle(bundle, attempt, now),
            "attempt": attempt,
            "kind": Kind.BUNDLE if bundle.is_waiting else Kind.BUNDLE_END,
            "is_due": bundle.is_waiting and bundle.moment is not None and bundle.moment <= now,
            "culprits": [one.title for one in found if one.blocking],
            "may_act": may_act(self.request.user, bundle),
            "times": times,
            "end_form": end_form,
            "next": self.get_next(),
            "add": add,
            "media": times.media + add.media,
            "slots": [(slot.isoformat(), with_zone(slot)) for slot in islice(free_slots(past_any_hold(now)), SLOTS)],
            "when": bundle.moment and with_zone(bundle.moment),
            "end": bundle.ends_at and with_zone(bundle.ends_at),
        }

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Schedule it, or give it another time."""
        if not may_act(request.user, self.bundle):
            raise PermissionDenied
        form = self.get_times_form()
        if form.is_valid():
            try:
                schedule(self.bundle, form.cleaned_data["moment"], form.cleaned_data["ends_at"], request.user)
            except RefusedError as refusal:
                say_refusal(request, "Nothing was scheduled.", refusal)
            else:
                ends = f" and ends {with_zone(self.bundle.ends_at)}" if self.bundle.ends_at else ""
                messages.success(request, f"“{self.bundle}” goes live {with_zone(self.bundle.moment)}{ends}.")
                return redirect("bundle", self.bundle.pk)
            self.bundle.refresh_from_db()
        return self.render_to_response(self.get_context_data(form=form))


class JoinView(BundleScreen, FormView):
    """Add a page to a bundle, from the page's own form."""

    form_class = JoinForm
    template_name = "editorial/scheduling/bundles/join.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.page = get_object_or_404(Page, pk=kwargs["page_id"])
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return f"Add “{self.page.get_admin_display_title()}” to a bundle"

    def get_form_kwargs(self) -> dict[str, Any]:
        user = self.request.user
        waiting = visible(user, Bundle.objects.filter(live_at=None).order_by("name"))
        return super().get_form_kwargs() | {"bundles": [bundle for bundle in waiting if may_act(user, bundle)]}

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        words = {"action_url": reverse("bundle_join", args=[self.page.pk]), "submit_button_label": "Add the page"}
        return super().get_context_data(**kwargs) | words

    def form_valid(self, form: JoinForm) -> HttpResponse:
        user, bundle = self.request.user, form.cleaned_data.get("bundle")
        is_new = bundle is None
        if is_new:
            if not may_make(user):
                raise PermissionDenied
            bundle = Bundle.objects.create(name=form.cleaned_data["name"], created_by=user)
        try:
            join(bundle, self.page, user)
        except RefusedError as refusal:
            say_refusal(self.request, "", refusal)
            if is_new:
                bundle.delete()
                return redirect("wagtailadmin_pages:edit", self.page.pk)
        else:
            messages.success(self.request, f"“{self.page.get_admin_display_title()}” is in the bundle “{bundle}”.")
        return redirect("bundle", bundle.pk)


def visible_bundle(user: User, pk: int) -> Bundle:
    """A bundle somebody may see; otherwise it does not exist for them, or is none of their business."""
    bundle = get_object_or_404(Bundle, pk=pk)
    if not may_see(user, bundle):
        raise PermissionDenied
    return bundle


def is_past(bundle: Bundle) -> bool:
    """Whether something about it is due, so that it may have been tried."""
    moment = bundle.moment if bundle.is_waiting else bundle.ends_at
    return moment is not None and moment <= timezone.now() and not bundle.ended_at


def say_refusal(request: HttpRequest, words: str, refusal: RefusedError) -> None:
    """Say that nothing was done, and why."""
    messages.error(request, " ".join([words, *refusal.reasons]).strip())
