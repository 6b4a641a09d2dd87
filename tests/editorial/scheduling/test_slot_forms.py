"""The form in which slots and closed days are set."""

from datetime import date, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict

from editorial.scheduling import ics
from editorial.scheduling.models import ClosedDay, Slot
from editorial.scheduling.slot_forms import SlotsForm, TimesField, time_of
from tests.editorial.scheduling.calendar_files import CHRISTMAS, file_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
EASTER = date(2026, 4, 6)


def sent(content: bytes | None = None, **data) -> SlotsForm:
    """The form sent with these boxes filled."""
    typed = QueryDict(mutable=True)
    for name, value in data.items():
        typed.setlist(name, value if isinstance(value, list) else [value])
    files = {} if content is None else {"file": SimpleUploadedFile("holidays.ics", content)}
    return SlotsForm(typed, files, today=TODAY)


def saved(content: bytes | None = None, **data):
    """What saving these boxes closed."""
    form = sent(content, **data)
    assert form.is_valid(), form.errors
    return form.save()


def errors(content: bytes | None = None, **data) -> dict[str, list[str]]:
    """What is wrong with these boxes."""
    return dict(sent(content, **data).errors)


class TimesFieldTests:
    def test_several_times_are_sorted_and_each_counts_once(self):
        assert TimesField().clean(" 14:30,9:00;09:00\n") == [time(9), time(14, 30)]
        assert TimesField().clean("") == []

    def test_the_box_says_them_as_they_are_typed(self):
        assert TimesField().prepare_value([time(9), time(14, 30)]) == "09:00, 14:30"
        assert TimesField().prepare_value("25:00") == "25:00"

    @pytest.mark.parametrize("typed", ["25:00", "9", "9am", "09:60", "0900", "09:00:30", "-9:00"])
    def test_what_is_no_time_is_told_how_to_be_one(self, typed):
        assert errors(times_0=f"09:00, {typed}") == {"times_0": [f"{typed} is no time: write it as 09:00."]}


class TimeOfTests:
    def test_it_is_to_the_minute(self):
        assert time_of("9:05") == time(9, 5)
        assert time_of("9:05:01") is None
        assert time_of("24:00") is None


class SlotsFormTests:
    def test_it_opens_with_what_is_set(self):
        Slot.objects.create(weekday=0, time=time(14, 30))
        Slot.objects.create(weekday=0, time=time(9))
        form = SlotsForm(today=TODAY)
        assert [field.label for field in form.weekdays][:2] == ["Monday", "Tuesday"]
        assert [field.value() for field in form.weekdays][:2] == ["09:00, 14:30", ""]
        assert not form.is_usual

    def test_as_long_as_nothing_is_set_it_knows(self):
        assert SlotsForm(today=TODAY).is_usual

    def test_what_was_typed_takes_the_place_of_what_there_was(self):
        Slot.objects.create(weekday=0, time=time(14, 30))
        saved(times_1="09:00", times_6="10:00, 9:00")
        assert [str(slot) for slot in Slot.objects.all()] == ["Tuesday 09:00", "Sunday 09:00", "Sunday 10:00"]

    def test_a_day_is_closed_and_another_removed(self):
        old = ClosedDay.objects.create(date=EASTER, name="Easter Monday")
        assert list(SlotsForm(today=TODAY).rows) == [(old, False)]
        saved(day="2026-12-25", name="Christmas Day", remove=[str(old.pk), "999", "x"])
        assert [day.name for day in ClosedDay.objects.all()] == ["Christmas Day"]

    def test_a_ticked_row_stays_ticked_when_something_else_is_wrong(self):
        old = ClosedDay.objects.create(date=EASTER, name="Easter Monday")
        assert list(sent(remove=[str(old.pk)], times_0="x").rows) == [(old, True)]

    def test_a_day_gets_another_name_in_one_go(self):
        old = ClosedDay.objects.create(date=EASTER, name="Eastre")
        saved(day="2026-04-06", name="Easter Monday", remove=[str(old.pk)])
        assert ClosedDay.objects.get().name == "Easter Monday"

    @pytest.mark.parametrize(
        ("typed", "box", "words"),
        [
            ({"day": "2026-12-25"}, "name", "Say why it is closed: “Christmas Day”."),
            ({"name": "Christmas Day"}, "day", "Say which day is closed."),
            ({"day": "2026-03-01", "name": "Sunday"}, "day", "This day is over: choose one to come."),
            ({"day": "2026-04-06", "name": "Easter"}, "day", "Mon 6 Apr 2026 is closed already: Easter Monday."),
            ({"day": "Easter", "name": "Easter"}, "day", "Enter a valid date."),
        ],
    )
    def test_what_is_wrong_with_a_day_is_said_once_and_at_its_box(self, typed, box, words):
        ClosedDay.objects.create(date=EASTER, name="Easter Monday")
        assert errors(**typed) == {box: [words]}

    def test_it_costs_the_same_for_few_and_for_many(self, django_assert_num_queries):
        ClosedDay.objects.bulk_create(ClosedDay(date=date(2027, 1, day), name="Break") for day in range(1, 30))
        with django_assert_num_queries(2):
            form = SlotsForm(today=TODAY)
            assert len(list(form.rows)) == 29
            str(form)


class ClosedDaysFileFieldTests:
    def test_the_days_of_a_file_are_closed_and_those_known_are_counted(self):
        ClosedDay.objects.create(date=date(2026, 12, 25), name="Christmas")
        closing = saved(file_of(CHRISTMAS, "DTSTART;VALUE=DATE:20261226\nSUMMARY:Boxing Day"))
        assert (closing.added, closing.known) == (1, 1)
        assert [day.name for day in ClosedDay.objects.all()] == ["Christmas", "Boxing Day"]

    def test_without_a_file_nothing_is_closed(self):
        assert (saved().added, ClosedDay.objects.count()) == (0, 0)

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", ics.NO_CALENDAR),
            (b"%PDF-1.7", ics.NO_CALENDAR),
            (b"x" * (ics.MAX_BYTES + 1), ics.TOO_LARGE),
            (file_of("DTSTART:20260401T090000Z"), "No event in this file lasts all day and is still to come,"),
        ],
    )
    def test_what_cannot_be_used_says_why_and_changes_nothing(self, content, words):
        (said,) = errors(content, day="2026-12-24", name="Christmas Eve")["file"]
        assert said.startswith(words)
