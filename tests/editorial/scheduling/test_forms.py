"""The forms around a hold."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.moments import UNREADABLE
from editorial.scheduling.forms import HoldForm, ResumeForm
from editorial.scheduling.resuming import missed
from tests.editorial.scheduling.mornings import NINE, TEN, hold_all, item_of, planned

pytestmark = pytest.mark.django_db

TOMORROW = NINE + timedelta(days=1)


class HoldFormTests:
    def test_a_reason_and_a_moment_to_come_are_needed(self, clock):
        form = HoldForm({"reason": "", "until": "2026-03-02 08:00"})
        assert form.errors == {
            "reason": ["This field is required."],
            "until": ["This moment has passed: choose a later one."],
        }

    def test_what_is_typed_is_the_sites_time_and_the_zone_is_named(self, clock):
        form = HoldForm({"reason": "A dose is wrong", "until": "2026-07-01 09:00"})
        assert form.is_valid()
        assert form.cleaned_data["until"] == datetime(2026, 7, 1, 8, tzinfo=UTC)
        assert "London time" in str(form["until"])


class ResumeFormTests:
    @pytest.fixture
    def page(self, site_tree, clock):
        """A post that missed nine."""
        page = planned(NINE, title="Calm skin")
        hold_all(TEN + timedelta(hours=1))
        clock(TEN)
        return page

    @pytest.fixture
    def form(self, page):
        """The form with a choice made: ``form("time", "2026-03-03 12:00")``."""
        key = item_of(page).target_id

        def filled(choice=None, time=""):
            data = {f"time_{key}": time} | ({f"choice_{key}": choice} if choice else {})
            return ResumeForm(data, missed=missed(TEN), now=TEN)

        return filled

    @pytest.mark.parametrize(
        ("choice", "time", "moment"),
        [
            ("now", "", TEN),
            ("slot", "", TOMORROW),
            ("time", "2026-03-03 12:00", TOMORROW + timedelta(hours=3)),
            ("slot", "2026-03-03 12:00", TOMORROW),
        ],
    )
    def test_each_choice_stands_for_a_moment(self, form, choice, time, moment):
        filled = form(choice, time)
        assert filled.is_valid(), filled.errors
        assert list(filled.moments().values()) == [moment]

    def test_a_time_has_to_be_said_and_still_to_come(self, form):
        assert list(form("time").errors.values()) == [["Say when it goes live."]]
        (words,) = form("time", "2026-03-02 10:00").errors.values()
        assert words == ["This moment has passed: choose a later one, or “Go live now”."]

    def test_a_time_that_cannot_be_read_is_said_once(self, form):
        assert list(form("time", "soon").errors.values()) == [[UNREADABLE]]

    def test_a_time_told_twice_is_asked_about(self, form):
        (words,) = form("time", "2026-10-25 01:30").errors.values()
        assert "happens twice on Sun 25 Oct 2026" in words[0]

    def test_a_page_that_joined_meanwhile_is_asked_about(self, form):
        assert list(form().errors.values()) == [["Its moment has passed meanwhile: choose for this page, too."]]

    def test_the_next_free_slot_is_chosen_beforehand_and_said(self, page):
        form = ResumeForm(missed=missed(TEN), now=TEN)
        (_, choice, time) = next(form.rows)
        assert choice.initial == "slot"
        assert "Next free slot: Tue 3 Mar 09:00 (London)" in str(choice)
        assert time.label == "When “Calm skin” goes live"
        assert "London time" in str(time)

    def test_without_a_free_slot_it_says_so_and_somebody_chooses(self, page):
        one = replace(missed(TEN)[0], slot=None)
        form = ResumeForm(missed=[one], now=TEN)
        (_, choice, _) = next(form.rows)
        assert choice.initial is None
        assert choice.help_text == "No slot is free in the next two years."
        assert "Next free slot" not in str(choice)

    def test_a_page_that_is_gone_asks_nothing(self, page):
        type(page.latest_revision).objects.filter(pk=item_of(page).target_id).update(object_id="999999")
        form = ResumeForm({}, missed=missed(TEN), now=TEN)
        assert form.is_valid()
        assert [row[1:] for row in form.rows] == [(None, None)]
        assert form.moments() == {}
