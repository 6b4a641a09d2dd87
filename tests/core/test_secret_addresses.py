"""The log holds no key of a calendar."""

import logging

import pytest

from config.log_settings import logging_settings
from core.secret_addresses import SecretAddressFilter


def logged(message, *args) -> str:
    """What is left of a line."""
    record = logging.LogRecord("gunicorn.access", logging.INFO, __file__, 1, message, args, None)
    assert SecretAddressFilter().filter(record)
    return record.getMessage()


class SecretAddressFilterTests:
    @pytest.mark.parametrize("method", ["GET", "HEAD"])
    def test_the_key_is_left_out_of_a_request_line(self, method):
        line = logged(
            "%(h)s %(r)s %(s)s", {"h": "127.0.0.1", "r": f"{method} /calendar/a_B-9.ics HTTP/1.1", "s": "200"}
        )
        assert line == f"127.0.0.1 {method} /calendar/….ics HTTP/1.1 200"

    def test_all_else_stays_as_it_is(self):
        assert logged("GET %s", "/admin/calendar/?on=2026-03-02") == "GET /admin/calendar/?on=2026-03-02"

    def test_every_line_goes_through_it(self):
        assert "secret_addresses" in logging_settings("INFO", as_json=True)["handlers"]["stdout"]["filters"]
