"""What the schedule writes into histories."""

import pytest
from wagtail.log_actions import registry
from wagtail.models import PageLogEntry

from editorial.scheduling.log_actions import EndMovedFormatter, MovedFormatter, in_words


class RegisterActionsTests:
    def test_each_action_has_words(self):
        labels = dict(registry.get_choices())
        assert {name: labels[name] for name in labels if name.startswith("scheduling.")} == {
            "scheduling.move": "Move in the schedule",
            "scheduling.wish": "Plan",
            "scheduling.never_shown": "Never shown",
            "scheduling.hold": "Hold all",
            "scheduling.resume": "Resume",
        }


class InWordsTests:
    def test_moments_are_told_by_the_sites_clock(self):
        assert in_words("2026-07-01T08:00:00+00:00") == "1 Jul 2026, 09:00"

    @pytest.mark.django_db
    def test_a_move_says_from_when_to_when(self):
        entry = PageLogEntry(data={"from": "2026-03-02T09:00:00+00:00", "to": "2026-03-03T09:00:00+00:00"})
        assert MovedFormatter().format_message(entry) == (
            "Moved in the schedule from 2 Mar 2026, 09:00 to 3 Mar 2026, 09:00"
        )

    @pytest.mark.django_db
    def test_an_end_that_is_taken_away_says_so(self):
        entry = PageLogEntry(data={"bundle": "Spring launch", "from": "2026-03-02T09:00:00+00:00", "to": ""})
        assert EndMovedFormatter().format_message(entry) == (
            "The end of the bundle “Spring launch” was moved from 2 Mar 2026, 09:00 to no end"
        )
