"""The form in which somebody sets the slots of each weekday and the days that are closed."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.dateparse import parse_time
from django.utils.formats import date_format

from editorial.scheduling import ics
from editorial.scheduling.closed_days import close, to_come
from editorial.scheduling.models import ClosedDay, Slot, Weekday
from editorial.scheduling.slots import AHEAD

TIME = re.compile(r"\d\d?:\d\d")


class TimesField(forms.CharField):
    """A box for the times of one day: “09:00, 14:30”."""

    def __init__(self, **kwargs) -> None:
        super().__init__(required=False, max_length=200, **kwargs)

    def clean(self, value: str) -> list[time]:
        """The times typed, each once, the earliest first."""
        words = [word for word in re.split(r"[,;\s]+", super().clean(value)) if word]
        times = {word: time_of(word) for word in words}
        if wrong := [word for word, at in times.items() if at is None]:
            raise forms.ValidationError([f"{word} is no time: write it as 09:00." for word in wrong])
        return sorted(set(times.values()))

    def prepare_value(self, value: list[time] | str) -> str:
        """What stands in the box."""
        return ", ".join(f"{at:%H:%M}" for at in value) if isinstance(value, list) else value


class ClosedDaysFileField(forms.FileField):
    """A box for an .ics file, which is read when it is sent."""

    widget = forms.FileInput(attrs={"accept": ".ics,text/calendar"})
    default_error_messages = {"empty": ics.NO_CALENDAR}

    def __init__(self, *, today: date, **kwargs) -> None:
        super().__init__(required=False, **kwargs)
        self.today = today

    def clean(self, data: UploadedFile | None, initial: None = None) -> ics.ClosedDaysFile | None:
        """What the file says; nothing without one."""
        file = super().clean(data, initial)
        if file is None:
            return None
        if file.size > ics.MAX_BYTES:
            raise forms.ValidationError(ics.TOO_LARGE)
        try:
            return ics.read(file.read(), self.today, self.today + AHEAD)
        except ics.UnusableFileError as error:
            raise forms.ValidationError(str(error)) from error


@dataclass(frozen=True)
class Closing:
    """How many days were closed, and how many were closed already."""

    added: int
    known: int


class SlotsForm(forms.Form):
    """The slots of each weekday, the closed days to come, a row for one more, and a file with many."""

    day = forms.DateField(
        label="Date", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    name = forms.CharField(
        label="Name", required=False, max_length=100, widget=forms.TextInput(attrs={"placeholder": "Christmas Day"})
    )

    def __init__(self, *args, today: date, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.closed = list(to_come(today))
        times = defaultdict(list)
        for slot in Slot.objects.all():
            times[slot.weekday].append(slot.time)
        #: Whether no slot is set, so that weekdays at nine are meant.
        self.is_usual = not times
        for weekday in Weekday:
            self.fields[f"times_{weekday}"] = TimesField(label=weekday.label, initial=times[weekday])
        self.fields["file"] = ClosedDaysFileField(label="Calendar file (.ics)", today=today)

    @property
    def weekdays(self) -> Iterator[forms.BoundField]:
        """The boxes for times, Monday first."""
        return (self[f"times_{weekday}"] for weekday in Weekday)

    @property
    def rows(self) -> Iterator[tuple[ClosedDay, bool]]:
        """Each closed day to come, and whether it is ticked to be removed."""
        ticked = self.data.getlist("remove") if self.is_bound else []
        return ((day, str(day.pk) in ticked) for day in self.closed)

    def clean_day(self) -> date | None:
        """A day to come that is open so far."""
        day = self.cleaned_data["day"]
        if day and day < self.today:
            raise forms.ValidationError("This day is over: choose one to come.")
        for closed, is_removed in self.rows:
            if closed.date == day and not is_removed:
                raise forms.ValidationError(f"{date_format(day, 'D j M Y')} is closed already: {closed.name}.")
        return day

    def clean(self) -> dict:
        """A day and its name belong together."""
        cleaned = super().clean()
        if cleaned.get("day") and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", "Say why it is closed: “Christmas Day”.")
        if cleaned.get("name") and not cleaned.get("day") and "day" not in self.errors:
            self.add_error("day", "Say which day is closed.")
        return cleaned

    def save(self) -> Closing:
        """Write down what was set; what the file says comes last."""
        self.save_slots()
        ClosedDay.objects.filter(pk__in=[day.pk for day, is_removed in self.rows if is_removed]).delete()
        if day := self.cleaned_data["day"]:
            close({day: self.cleaned_data["name"]})
        file = self.cleaned_data["file"]
        added = close(file.days) if file else 0
        return Closing(added, len(file.days) - added if file else 0)

    def save_slots(self) -> None:
        """Put the times typed in place of those there were."""
        Slot.objects.all().delete()
        slots = [Slot(weekday=weekday, time=at) for weekday in Weekday for at in self.cleaned_data[f"times_{weekday}"]]
        # Two people who save at the same moment leave what both of them wrote.
        Slot.objects.bulk_create(slots, ignore_conflicts=True)


def time_of(word: str) -> time | None:
    """The time a word stands for, to the minute; nothing when it stands for none."""
    try:
        return parse_time(word) if TIME.fullmatch(word) else None
    except ValueError:
        return None
