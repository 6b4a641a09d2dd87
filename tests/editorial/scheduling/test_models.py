"""What the scheduler remembers."""

from editorial.scheduling.models import Hold, Kind
from tests.editorial.scheduling.mornings import NINE, TEN


class CoversTests:
    def test_it_keeps_back_what_goes_live_before_its_end_and_nothing_that_expires(self):
        hold = Hold(until=TEN)
        assert hold.covers(Kind.GO_LIVE, NINE)
        assert not hold.covers(Kind.GO_LIVE, TEN)
        assert not hold.covers(Kind.EXPIRE, NINE)
