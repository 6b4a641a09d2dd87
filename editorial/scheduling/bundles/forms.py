"""The boxes of a bundle: its name, when it goes live and ends, and which page joins it."""

from datetime import datetime

from django import forms
from django.utils import timezone
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from core.moments import MomentField
from core.site_time import moment_in, with_zone
from editorial.scheduling.bundles.moving_end import why_not_then
from editorial.scheduling.models import Bundle

#: The button that schedules; its value is a slot, or empty for what stands in the box.
SCHEDULE_BUTTON = "schedule"
#: The button that takes the end away.
STAY_BUTTON = "stay"
NO_END = "Say when it ends, or press “Let it stay”."
WHEN = "Say when it goes live."
PASSED = "{when} has passed: choose a later time."


class NameForm(forms.ModelForm):
    """What the team calls it."""

    class Meta:
        model = Bundle
        fields = ["name"]


class TimesForm(forms.Form):
    """When all of it goes live, and when it ends."""

    moment = MomentField(label="Goes live", required=False)
    ends_at = MomentField(
        label="Ends",
        required=False,
        help_text="New pages go offline then, the others show what they did before. Empty: it stays.",
    )

    def clean(self):
        cleaned = super().clean()
        button = self.data.get(SCHEDULE_BUTTON, "")
        offered = moment_in(button)
        if "moment" in self.errors and offered is None:
            return cleaned
        moment = offered or cleaned.get("moment")
        if words := why_not(moment):
            self.add_error("moment", words)
        return cleaned | {"moment": moment}


class EndForm(forms.Form):
    """When a live bundle ends, changed while it is live."""

    ends_at = MomentField(
        label="Ends",
        required=False,
        help_text="New pages go offline then, the others show what they did before.",
    )
    #: The end that stood there when the form was opened.
    before = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, bundle: Bundle, **kwargs):
        before = bundle.ends_at.isoformat() if bundle.ends_at else ""
        super().__init__(*args, initial={"ends_at": bundle.ends_at, "before": before}, **kwargs)
        self.bundle = bundle

    @property
    def is_without(self) -> bool:
        """Whether the button was pressed that takes the end away."""
        return STAY_BUTTON in self.data

    def clean_before(self) -> datetime | None:
        return moment_in(self.cleaned_data["before"])

    def clean(self):
        cleaned = super().clean()
        if self.is_without:
            # Whatever stands in the box.
            self.errors.pop("ends_at", None)
            return cleaned | {"ends_at": None}
        if "ends_at" in self.errors:
            return cleaned
        if not cleaned.get("ends_at"):
            self.add_error("ends_at", NO_END)
        elif cleaned["ends_at"] != self.bundle.ends_at and (words := why_not_then(self.bundle, cleaned["ends_at"])):
            self.add_error("ends_at", words)
        return cleaned


class AddForm(forms.Form):
    """One more page."""

    page = forms.ModelChoiceField(Page.objects.filter(depth__gt=1), widget=AdminPageChooser(), label="Page")


class JoinForm(forms.Form):
    """Which bundle a page joins: one there is, or a new one."""

    bundle = forms.ModelChoiceField(
        Bundle.objects.none(), required=False, widget=forms.RadioSelect, empty_label=None, label="Which bundle"
    )
    name = forms.CharField(max_length=120, required=False, label="Or start a new one", help_text="“Spring launch”")

    def __init__(self, *args, bundles: list[Bundle], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["bundle"].queryset = Bundle.objects.filter(pk__in=[bundle.pk for bundle in bundles]).order_by(
            "name"
        )
        if not bundles:
            del self.fields["bundle"]
            self.fields["name"].label = "Start a bundle"

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("bundle") and not cleaned.get("name"):
            self.add_error("name", "Choose a bundle, or name a new one.")
        return cleaned


def why_not(moment: datetime | None) -> str:
    """Why nothing can be scheduled for a moment; empty when it can."""
    if moment is None:
        return WHEN
    return "" if moment > timezone.now() else PASSED.format(when=with_zone(moment))
