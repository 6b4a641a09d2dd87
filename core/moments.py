"""The box for a moment: typed and shown by the site's clock, and asked about when the clock tells it badly.

Every date with a time in the admin is typed into one; ``core.apps`` tells Wagtail's forms so.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.admin.widgets.datetime import DEFAULT_DATETIME_FORMAT

from core.site_time import EARLIER, LATER, USUAL_TIME, Readings, by_the_clock, in_words, readings, site_zone, zone_name

#: A date with its time; a date alone would quietly mean midnight.
SHAPE = re.compile(r"\d{4}-\d\d-\d\d[ T]+\d\d?:\d\d(:\d\d)?")
UNREADABLE = "Write date and time like this: 2026-11-25 09:00."
SKIPPED = "{time} does not exist on {day}: the clocks go forward. Choose {earlier} or {later}."
TWICE = "{time} happens twice on {day}, when the clocks go back. Choose the first ({earlier}) or the second ({later})."


class TypedMoment(str):
    """What stands in the box, with the reading that was chosen and, where there are two, both."""

    reading: str = ""
    both: Readings | None = None

    @classmethod
    def of(cls, text: str, reading: str = "", both: Readings | None = None) -> "TypedMoment":
        """The text of a box with what is known about it."""
        typed = cls(text)
        typed.reading, typed.both = reading, both
        return typed


class MomentInput(AdminDateTimeInput):
    """A box with the name of the site's clock beside it, and a choice below a time that has two readings."""

    template_name = "core/widgets/moment_input.html"

    def __init__(self, attrs=None, **kwargs):
        super().__init__(attrs={"data-moment": "", **(attrs or {})}, **kwargs)

    def get_config(self):
        # The picker would rewrite what is typed: words as this moment, and a time that the browser's own clock skips.
        return super().get_config() | {"validateOnBlur": False, "defaultTime": f"{USUAL_TIME:%H:%M}"}

    def value_from_datadict(self, data, files, name):
        text = super().value_from_datadict(data, files, name)
        return text if text is None else TypedMoment.of(text, data.get(self.reading_name(name), ""))

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        both = getattr(value, "both", None)
        return context | {
            "zone": settings.TIME_ZONE,
            "zone_name": zone_name(),
            "reading_name": self.reading_name(name),
            "reading": getattr(value, "reading", ""),
            "choices": choices(both) if both else [],
        }

    def reading_name(self, name: str) -> str:
        """The name the choice between two readings is sent by."""
        return f"{name}-reading"

    @property
    def media(self):
        return super().media + forms.Media(js=["js/admin/browser_time.js", "js/admin/moment_picker.js"])


class MomentField(forms.DateTimeField):
    """A moment by the site's clock; one the clock skips or tells twice needs a choice between its two readings."""

    widget = MomentInput
    default_error_messages = {"invalid": UNREADABLE}

    def to_python(self, value):
        if isinstance(value, str) and value.strip() and not SHAPE.fullmatch(value.strip()):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        both = self.two_readings(value)
        if both is None:
            with timezone.override(site_zone()):
                return super().to_python(value)
        chosen = both.chosen(getattr(value, "reading", ""))
        if chosen is None:
            raise ValidationError(question(both), code="two_readings")
        return chosen

    def prepare_value(self, value):
        if isinstance(value, datetime):
            return self.shown(value)
        if isinstance(value, str):
            return TypedMoment.of(value, getattr(value, "reading", ""), self.two_readings(value))
        return value

    def shown(self, moment: datetime) -> TypedMoment:
        """A stored moment as the box shows it, with its reading where the clock tells it twice."""
        text = by_the_clock(moment).strftime(DEFAULT_DATETIME_FORMAT)
        both = self.two_readings(text)
        reading = (LATER if moment >= both.later else EARLIER) if both else ""
        return TypedMoment.of(text, reading, both)

    def two_readings(self, value) -> Readings | None:
        """Both readings of what was typed, where there are two."""
        try:
            with timezone.override(site_zone()):
                super().to_python(value)
        except ValidationError as error:
            if error.code == "ambiguous_timezone":
                return readings(error.params["datetime"])
        return None


@dataclass(frozen=True)
class Choice:
    """One of two readings: the value it is sent by, how it begins, and what it means."""

    value: str
    place: str
    moment: datetime

    @property
    def words(self) -> str:
        """The moment as every button and note calls it."""
        return in_words(self.moment)

    def __str__(self) -> str:
        return f"{self.place}{self.words}"


def choices(both: Readings) -> list[Choice]:
    """The two readings, as buttons name them."""
    first, second = ("", "") if both.is_skipped else ("The first: ", "The second: ")
    return [Choice(EARLIER, first, both.earlier), Choice(LATER, second, both.later)]


def question(both: Readings) -> str:
    """What is asked about a time with two readings."""
    earlier, later = by_the_clock(both.earlier), by_the_clock(both.later)
    shown_as = "%H:%M" if both.is_skipped else "%Z"
    return (SKIPPED if both.is_skipped else TWICE).format(
        time=f"{both.typed:%H:%M}",
        day=date_format(both.typed, "D j M Y"),
        earlier=earlier.strftime(shown_as),
        later=later.strftime(shown_as),
    )
