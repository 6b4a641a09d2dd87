"""The words of the publish button."""

from datetime import UTC, datetime

import pytest
import time_machine

from core.plan import Plan
from editorial.publishing.button_words import ButtonWords

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
            (Plan(TUESDAY, TUESDAY), "Update the scheduled version (Tue 24 Nov 09:00)", True),
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
