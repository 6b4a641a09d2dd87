"""Addresses outside the page tree."""

from contextlib import contextmanager
from importlib import reload

import pytest
from django.test import override_settings
from django.urls import NoReverseMatch, clear_url_caches, reverse

from config import urls


def read_again():
    """Build the addresses from the settings of this moment."""
    reload(urls)
    clear_url_caches()


@contextmanager
def addresses_with(**changed):
    """The addresses a site with other settings has; as they were afterwards."""
    try:
        with override_settings(**changed):
            read_again()
            yield
    finally:
        read_again()


class AddressTests:
    @pytest.mark.parametrize(
        ("name", "address"),
        [
            ("health_live", "/health/live"),
            ("health_ready", "/health/ready"),
            ("search", "/search/"),
            ("feed", "/feed/"),
            ("sitemap", "/sitemap.xml"),
            ("robots", "/robots.txt"),
            ("favicon", "/favicon.ico"),
        ],
    )
    def test_promised_addresses_are_where_they_were_promised(self, name, address):
        assert reverse(name) == address


class MediaAddressTests:
    @pytest.mark.parametrize(
        "changed",
        [{"SERVE_MEDIA": False}, {"MEDIA_URL": "https://pictures.example.com/media/"}],
        ids=["told not to", "kept elsewhere"],
    )
    def test_the_site_serves_no_pictures_when(self, changed):
        with addresses_with(**changed), pytest.raises(NoReverseMatch):
            reverse("media", args=["images/x.jpg"])

    def test_the_site_serves_its_own_pictures_otherwise(self):
        assert reverse("media", args=["images/x.jpg"]) == "/media/images/x.jpg"
