"""Whose address a login attempt is counted against."""

import pytest

from core.client_address import client_address


class ClientAddressTests:
    @pytest.mark.parametrize(
        ("proxies", "forwarded", "address"),
        [
            (0, "", "10.0.0.1"),
            (0, "203.0.113.5", "10.0.0.1"),
            (1, "203.0.113.5", "203.0.113.5"),
            (1, "198.51.100.9, 203.0.113.5", "203.0.113.5"),
            (2, "198.51.100.9, 203.0.113.5, 10.0.0.2", "203.0.113.5"),
            (1, "", "10.0.0.1"),
            (3, "203.0.113.5", "203.0.113.5"),
        ],
        ids=[
            "no proxy",
            "no proxy, so the header is the visitor's invention",
            "one proxy",
            "one proxy, and a visitor who invents an address",
            "two proxies, and a visitor who invents an address",
            "a proxy that says nothing",
            "fewer proxies than configured",
        ],
    )
    def test_only_the_sites_own_proxies_are_believed(self, rf, settings, proxies, forwarded, address):
        settings.PROXY_COUNT = proxies
        headers = {"X-Forwarded-For": forwarded} if forwarded else {}
        assert client_address(rf.get("/", REMOTE_ADDR="10.0.0.1", headers=headers)) == address
