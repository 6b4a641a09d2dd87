"""The box for a moment."""

from datetime import UTC, datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django import forms
from django.http import QueryDict

from core.moments import MomentField, choices, question
from core.site_time import readings

SKIPPED, TWICE = "2026-03-29 01:30", "2026-10-25 01:30"


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel(datetime(2026, 11, 2, 8, tzinfo=UTC), tick=False):
        yield


class MomentForm(forms.Form):
    """A form with one box."""

    start = MomentField(required=False)


def sent(text, reading=""):
    """The form as a browser sends it."""
    data = QueryDict(mutable=True)
    data.update({"start": text} | ({"start-reading": reading} if reading else {}))
    return MomentForm(data)


def box(form):
    """The box as the form shows it."""
    return BeautifulSoup(str(form["start"]), "html.parser")


class MomentFieldTests:
    def test_a_time_is_the_sites_whatever_zone_is_active(self, settings):
        settings.TIME_ZONE = "America/New_York"
        form = sent("2026-11-25 09:00")
        assert form.is_valid()
        assert form.cleaned_data["start"] == datetime(2026, 11, 25, 14, tzinfo=UTC)
        shown = MomentForm(initial={"start": datetime(2026, 11, 25, 14, tzinfo=UTC)})
        assert box(shown).select_one("input")["value"] == "2026-11-25 09:00"
        assert "New York time" in box(shown).text

    def test_an_empty_box_is_no_moment_and_words_are_refused(self):
        assert sent("").is_valid()
        assert sent("").fields["start"].clean("") is None
        assert not sent("next week").is_valid()
        assert box(sent("next week")).select("[type=radio]") == []

    @pytest.mark.parametrize("typed", ["next week", "25/11/2026 09:00", "2026-11-25", "2026-11-25 09:00+05:00"])
    def test_what_it_does_not_know_is_refused_with_an_example(self, typed):
        assert sent(typed).errors["start"] == ["Write date and time like this: 2026-11-25 09:00."]

    @pytest.mark.parametrize("typed", ["2026-11-25 9:00", " 2026-11-25T09:00 ", "2026-11-25 09:00:00"])
    def test_a_time_may_be_typed_more_briefly_or_at_length(self, typed):
        form = sent(typed)
        assert form.is_valid()
        assert form.cleaned_data["start"] == datetime(2026, 11, 25, 9, tzinfo=UTC)

    def test_the_picker_leaves_what_is_typed_and_offers_the_usual_time(self):
        config = MomentForm().fields["start"].widget.get_config()
        assert config["validateOnBlur"] is False
        assert config["defaultTime"] == "09:00"

    def test_a_skipped_time_is_asked_about_and_the_answer_taken(self):
        form = sent(SKIPPED)
        assert form.errors["start"] == [
            "01:30 does not exist on Sun 29 Mar 2026: the clocks go forward. Choose 00:30 or 02:30."
        ]
        radios = box(form).select("[type=radio]")
        assert [radio["value"] for radio in radios] == ["earlier", "later"]
        assert [radio["data-words"] for radio in radios] == ["Sun 29 Mar 00:30", "Sun 29 Mar 02:30"]
        assert sent(SKIPPED, "earlier").fields["start"].clean(typed(SKIPPED, "earlier")).minute == 30
        answered = sent(SKIPPED, "later")
        assert answered.is_valid()
        assert answered.cleaned_data["start"] == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)

    def test_a_time_told_twice_is_asked_about_and_the_answer_taken(self):
        form = sent(TWICE)
        assert form.errors["start"] == [
            "01:30 happens twice on Sun 25 Oct 2026, when the clocks go back. "
            "Choose the first (BST) or the second (GMT)."
        ]
        for reading, hour in (("earlier", 0), ("later", 1)):
            answered = sent(TWICE, reading)
            assert answered.is_valid()
            assert answered.cleaned_data["start"] == datetime(2026, 10, 25, hour, 30, tzinfo=UTC)

    @pytest.mark.parametrize(("hour", "reading"), [(0, "earlier"), (1, "later")])
    def test_a_stored_time_told_twice_comes_back_with_its_answer(self, hour, reading):
        moment = datetime(2026, 10, 25, hour, 30, tzinfo=UTC)
        shown = MomentForm(initial={"start": moment})
        assert box(shown).select_one("input")["value"] == TWICE
        checked = box(shown).select_one("[checked]")
        assert checked["value"] == reading
        assert datetime.fromisoformat(checked["data-at"]) == moment
        assert box(shown).select_one("fieldset")["data-moment-readings"] == TWICE
        again = MomentForm(sent(TWICE, reading).data, initial={"start": moment})
        assert again.is_valid()
        assert not again.has_changed()

    def test_an_answer_to_no_question_means_nothing(self):
        form = sent("2026-11-25 09:00", "later")
        assert form.is_valid()
        assert form.cleaned_data["start"] == datetime(2026, 11, 25, 9, tzinfo=UTC)
        assert not sent(TWICE, "third").is_valid()


class WordsTests:
    def test_both_readings_are_named(self):
        assert [str(choice) for choice in choices(readings(datetime(2027, 3, 28, 1, 30)))] == [
            "Sun 28 Mar 2027 00:30",
            "Sun 28 Mar 2027 02:30",
        ]
        assert [str(choice) for choice in choices(readings(datetime(2025, 10, 26, 1, 30)))] == [
            "The first: Sun 26 Oct 2025 01:30 BST",
            "The second: Sun 26 Oct 2025 01:30 GMT",
        ]
        assert question(readings(datetime(2025, 10, 26, 1, 30))).startswith("01:30 happens twice on Sun 26 Oct 2025")


def typed(text, reading):
    """What the box hands to its field."""
    return (
        MomentForm().fields["start"].widget.value_from_datadict({"start": text, "start-reading": reading}, {}, "start")
    )


@pytest.mark.django_db
class AdminFormTests:
    def test_every_moment_of_a_page_is_typed_into_one(self, site_tree):
        form = type(site_tree.blog).get_edit_handler().get_form_class()
        moments = [name for name, field in form.base_fields.items() if isinstance(field, forms.DateTimeField)]
        assert "expire_at" in moments
        assert all(isinstance(form.base_fields[name], MomentField) for name in moments)
