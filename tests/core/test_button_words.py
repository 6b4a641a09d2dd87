"""The words of the publish button."""

from datetime import UTC, datetime

import pytest
import time_machine

from blog.models import BlogPostPage
from core.button_words import ButtonWords, at_once_words, button_of
from core.plan import Plan
from tests.publication import draft, published

TUESDAY = datetime(2026, 11, 24, 9, tzinfo=UTC)
THURSDAY = datetime(2026, 11, 26, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel(datetime(2026, 11, 23, 8, tzinfo=UTC), tick=False):
        yield


class ButtonWordsTests:
    @pytest.mark.parametrize(
        ("plan", "words", "schedules"),
        [
            (Plan(), "Publish", False),
            (Plan(wanted=TUESDAY), "Schedule for Tue 24 Nov 09:00 (London)", True),
            (Plan(TUESDAY, TUESDAY), "Update the scheduled version (Tue 24 Nov 09:00, London)", True),
            (Plan(THURSDAY, TUESDAY), "Reschedule for Thu 26 Nov 09:00 (London)", True),
            (Plan(None, TUESDAY), "Publish", False),
        ],
    )
    def test_it_says_what_pressing_does(self, plan, words, schedules):
        found = ButtonWords("Publish", plan)
        assert (found.now, found.schedules) == (words, schedules)

    def test_its_script_knows_the_other_words(self):
        words = ButtonWords("Publish", Plan(TUESDAY, TUESDAY))
        assert (words.to_schedule, words.to_update) == ("Reschedule for", "Update the scheduled version")
        assert (words.scheduled, words.zone, words.zone_name) == ("2026-11-24 09:00", "Europe/London", "London")
        assert ButtonWords("Publish", Plan(TUESDAY)).scheduled == ""
        assert ButtonWords("Publish", Plan(TUESDAY)).to_schedule == "Schedule for"

    def test_it_tells_the_two_readings_of_an_hour_told_twice_apart(self):
        first, second = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))
        with time_machine.travel(datetime(2026, 10, 1, tzinfo=UTC), tick=False):
            words = ButtonWords("Publish", Plan(second, first))
            assert words.now == "Reschedule for Sun 25 Oct 01:30 GMT (London)"
            assert (words.scheduled, words.scheduled.reading) == ("2026-10-25 01:30", "earlier")
            assert ButtonWords("Publish", Plan(second, second)).scheduled.reading == "later"


class AtOnceWordsTests:
    def test_readers_are_shown_a_page_or_a_change(self):
        assert (at_once_words(is_live=False), at_once_words(is_live=True)) == ("Publish", "Publish changes")


@pytest.mark.django_db
class ButtonOfTests:
    def test_it_is_what_the_button_of_the_form_says(self, site_tree):
        assert button_of(draft(BlogPostPage)) == "Publish"
        assert button_of(published(BlogPostPage)) == "Publish changes"
        assert button_of(draft(BlogPostPage, go_live_at=TUESDAY)) == "Schedule for Tue 24 Nov 09:00 (London)"
