"""What is said about addresses the site keeps for itself."""

import pytest
from wagtail.models import Site

from core.addresses import fixed_slug_message, known_as, reserved_slug_message


class AddressWordsTests:
    """The words name the address and a way out."""

    def test_a_reserved_address_comes_with_another(self):
        assert reserved_slug_message("feed") == (
            "The address “feed” belongs to the site itself. Choose another, such as “about-feed”."
        )

    def test_a_fixed_address_is_explained(self):
        assert "“blog” is fixed" in fixed_slug_message("blog")


class KnownAsTests:
    @pytest.mark.parametrize(
        ("address", "known"),
        [
            ("/blog/", "https://skin.example.org/blog/"),
            ("/", "https://skin.example.org/"),
            ("https://cdn.example.com/a.jpg", "https://cdn.example.com/a.jpg"),
        ],
    )
    def test_an_address_carries_the_name_of_the_site(self, address, known):
        assert known_as(Site(hostname="skin.example.org", port=443), address) == known
