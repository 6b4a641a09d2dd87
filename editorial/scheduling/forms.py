"""The two forms around a hold: why and until when, and when each page that missed its moment goes live."""

from collections.abc import Iterator
from datetime import datetime

from django import forms
from django.utils import timezone

from core.moments import MomentField
from core.site_time import with_zone
from editorial.scheduling.models import Hold
from editorial.scheduling.resuming import MissedMoment
from editorial.scheduling.slots import NO_FREE_SLOT

NOW, SLOT, TIME = "now", "slot", "time"


class HoldForm(forms.ModelForm):
    """Why everything is held, and until when."""

    until = MomentField(label="Until when", help_text="It ends by itself then, or before that when somebody resumes.")

    class Meta:
        model = Hold
        fields = ["reason", "until"]

    def clean_until(self) -> datetime:
        """A moment that is still to come."""
        until = self.cleaned_data["until"]
        if until <= timezone.now():
            raise forms.ValidationError("This moment has passed: choose a later one.")
        return until


class ResumeForm(forms.Form):
    """One choice for each page that missed its moment; a page that joined them meanwhile is asked about as well."""

    def __init__(self, *args, missed: list[MissedMoment], now: datetime, **kwargs):
        super().__init__(*args, **kwargs)
        self.missed = missed
        self.now = now
        for one in self.asked:
            self.fields[f"choice_{one.revision.pk}"] = choice_of(one)
            self.fields[f"time_{one.revision.pk}"] = time_of(one)

    @property
    def asked(self) -> list[MissedMoment]:
        """Those there is something to choose for."""
        return [one for one in self.missed if one.page]

    @property
    def rows(self) -> Iterator[tuple]:
        """Each of them with its two boxes; without, when its page is gone."""
        for one in self.missed:
            key = one.revision.pk
            yield one, *((self[f"choice_{key}"], self[f"time_{key}"]) if one.page else (None, None))

    def clean(self):
        cleaned = super().clean()
        for one in self.asked:
            time = f"time_{one.revision.pk}"
            if cleaned.get(f"choice_{one.revision.pk}") == TIME and time not in self.errors:
                if cleaned[time] is None:
                    self.add_error(time, "Say when it goes live.")
                elif cleaned[time] <= timezone.now():
                    self.add_error(time, "This moment has passed: choose a later one, or “Go live now”.")
        return cleaned

    def moments(self) -> dict:
        """When each revision goes live, as chosen."""
        return {one.revision: self.moment_of(one) for one in self.asked}

    def moment_of(self, one: MissedMoment) -> datetime:
        """The moment chosen for one page."""
        by_choice = {NOW: self.now, SLOT: one.slot, TIME: self.cleaned_data[f"time_{one.revision.pk}"]}
        return by_choice[self.cleaned_data[f"choice_{one.revision.pk}"]]


def choice_of(one: MissedMoment) -> forms.ChoiceField:
    """What there is to choose for one page; the next free slot unless somebody says otherwise."""
    choices = [(NOW, "Go live now"), (TIME, "At another time")]
    if one.slot:
        choices.insert(0, (SLOT, f"Next free slot: {with_zone(one.slot)}"))
    return forms.ChoiceField(
        label=one.title,
        choices=choices,
        initial=SLOT if one.slot else None,
        help_text="" if one.slot else NO_FREE_SLOT,
        widget=forms.RadioSelect,
        error_messages={"required": "Its moment has passed meanwhile: choose for this page, too."},
    )


def time_of(one: MissedMoment) -> MomentField:
    """The box for a time of one's own."""
    return MomentField(label=f"When “{one.title}” goes live", required=False)
