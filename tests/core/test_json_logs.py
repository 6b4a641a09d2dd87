"""A log line is one JSON object that a machine can read."""

import json
import logging
import sys
from datetime import date

import pytest

from core.json_logs import JsonFormatter


@pytest.fixture
def entry():
    """Format a record and read it back."""

    def read(message="Published %s", *args, exc_info=None, **extra):
        record = logging.getLogger("blog").makeRecord(
            "blog", logging.WARNING, __file__, 1, message, args, exc_info, extra=extra
        )
        line = JsonFormatter().format(record)
        assert "\n" not in line
        return json.loads(line)

    return read


class JsonFormatterTests:
    def test_a_line_tells_level_logger_and_message(self, entry):
        line = entry("Published %s", "milia")
        assert (line["level"], line["logger"], line["message"]) == ("WARNING", "blog", "Published milia")

    def test_the_time_is_utc_to_the_millisecond(self, entry):
        time = entry("now")["time"]
        assert time.endswith("+00:00")
        assert len(time) == len("2026-01-01T09:00:00.000+00:00")

    def test_extra_values_are_kept_and_unknown_ones_written_as_text(self, entry):
        line = entry("x", page=7, day=date(2026, 1, 2))
        assert (line["page"], line["day"]) == (7, "2026-01-02")

    def test_a_request_is_left_out_because_it_holds_cookies(self, entry, rf):
        assert "request" not in entry("x", request=rf.get("/"))

    def test_an_exception_brings_its_traceback(self, entry):
        try:
            raise ValueError("no such page")
        except ValueError:
            line = entry("failed", exc_info=sys.exc_info())
        assert line["traceback"].endswith("ValueError: no such page")
