"""The boxes of a bundle: its name, when it goes live and ends, and which page joins it."""

from datetime import datetime

from django import forms
from django.utils import timezone
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from core.moments import MomentField
from core.site_time import moment_in, with_zone
from editorial.scheduling.models import Bundle

#: The button that schedules; its value is a slot, or empty for what stands in the box.
SCHEDULE_BUTTON = "schedule"
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
