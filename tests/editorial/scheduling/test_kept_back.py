"""What a hold does to a page that is planned."""

import pytest

from editorial.scheduling.kept_back import kept_back
from tests.editorial.scheduling.mornings import NINE, TEN, hold_all

pytestmark = pytest.mark.django_db


class KeptBackTests:
    def test_what_is_to_go_live_during_a_hold_is_kept_back(self, clock):
        hold_all(TEN)
        assert kept_back(NINE) == (
            "Everything is held until Mon 2 Mar 10:00 (London), so it is kept back until somebody resumes."
        )

    def test_what_comes_after_it_is_not(self, clock):
        hold_all(TEN)
        assert kept_back(TEN) == ""
        assert kept_back(None) == ""

    def test_without_a_hold_nothing_is(self, clock):
        assert kept_back(NINE) == ""
