"""Medicines in the library."""

from ingredients.library import routes
from ingredients.models import Medicine


class RoutesTests:
    def test_says_every_way_a_medicine_is_taken(self):
        assert routes(Medicine(is_topical=True, is_oral=True)) == "On the skin, By mouth"

    def test_says_nothing_when_none_is_known(self):
        assert routes(Medicine()) == ""
