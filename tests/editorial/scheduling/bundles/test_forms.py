"""The boxes of a bundle."""

import pytest

from editorial.scheduling.bundles.forms import AddForm, EndForm, JoinForm, NameForm, TimesForm, why_not
from editorial.scheduling.models import Bundle
from tests.editorial.scheduling.bundles.launches import bundle_of, new_post
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN

pytestmark = pytest.mark.django_db


class TimesFormTests:
    def test_what_stands_in_the_boxes_counts(self, clock):
        form = TimesForm({"moment": "2026-03-02 09:00", "ends_at": "2026-03-02 10:00", "schedule": ""})
        assert form.is_valid()
        assert (form.cleaned_data["moment"], form.cleaned_data["ends_at"]) == (NINE, TEN)

    def test_a_slot_that_is_pressed_goes_before_the_box(self, clock):
        form = TimesForm({"moment": "nonsense", "schedule": TEN.isoformat()})
        form.is_valid()
        assert form.cleaned_data["moment"] == TEN

    @pytest.mark.parametrize(
        ("moment", "words"),
        [("", "Say when it goes live."), ("2026-03-02 07:00", "has passed"), ("soon", "Write date")],
    )
    def test_what_cannot_be_is_said_at_the_box(self, clock, moment, words):
        form = TimesForm({"moment": moment})
        assert not form.is_valid()
        assert words in str(form.errors["moment"])

    def test_only_what_is_to_come_can_be_scheduled(self, clock):
        assert why_not(NINE) == ""
        assert why_not(EIGHT).endswith("has passed: choose a later time.")


class EndFormTests:
    def form(self, **data):
        """The form about the end of a bundle that is live since eight."""
        bundle = Bundle(name="Spring launch", moment=EIGHT, live_at=EIGHT, ends_at=TEN)
        return EndForm({"before": TEN.isoformat()} | data, bundle=bundle)

    def test_it_carries_the_end_that_was_seen(self, clock):
        form = self.form(ends_at="2026-03-02 11:00")
        assert form.is_valid()
        assert (form.cleaned_data["before"], form.cleaned_data["ends_at"]) == (TEN, TEN.replace(hour=11))

    def test_an_end_that_has_passed_may_stay_as_it_is(self, clock):
        clock(TEN.replace(hour=11))
        assert self.form(ends_at="2026-03-02 10:00").is_valid()
        assert "has passed" in str(self.form(ends_at="2026-03-02 10:30").errors["ends_at"])

    def test_the_button_that_takes_it_away_goes_before_the_box(self, clock):
        form = self.form(ends_at="soon", stay="1")
        assert form.is_valid()
        assert form.cleaned_data["ends_at"] is None


class OtherFormsTests:
    def test_a_bundle_has_a_name(self):
        assert not NameForm({"name": ""}).is_valid()
        assert NameForm({"name": "Spring"}).is_valid()

    def test_a_page_is_chosen(self, site_tree):
        assert AddForm({"page": new_post().pk}).is_valid()
        assert not AddForm({"page": ""}).is_valid()

    def test_a_page_joins_one_there_is_or_a_new_one(self, site_tree):
        bundle = bundle_of()
        assert JoinForm({"bundle": bundle.pk}, bundles=[bundle]).is_valid()
        assert JoinForm({"name": "Autumn"}, bundles=[bundle]).is_valid()
        assert not JoinForm({}, bundles=[bundle]).is_valid()
        assert not JoinForm({"bundle": bundle.pk}, bundles=[]).is_valid()
