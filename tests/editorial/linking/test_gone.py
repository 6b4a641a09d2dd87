"""The addresses of deleted pages."""

import pytest

from editorial.linking.gone import is_gone
from editorial.linking.models import GoneAddress

pytestmark = pytest.mark.django_db


class IsGoneTests:
    def test_a_remembered_address_is_gone(self):
        GoneAddress.objects.create(path="/blog/winter-offers")
        assert is_gone("/blog/winter-offers/")
        assert is_gone("/blog/winter-offers")

    @pytest.mark.parametrize("path", ["/blog/", "/blog/winter-offers/more/", "/", "", "/winter-offers/", "\x00"])
    def test_any_other_is_not(self, path):
        GoneAddress.objects.create(path="/blog/winter-offers")
        assert not is_gone(path)

    def test_it_says_what_it_is(self):
        assert str(GoneAddress(path="/blog/winter-offers")) == "/blog/winter-offers"
