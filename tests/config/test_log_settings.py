"""Logs."""

import pytest

from config.log_settings import logging_settings


class LoggingSettingsTests:
    @pytest.mark.parametrize(("as_json", "formatter"), [(True, "json"), (False, "plain")])
    def test_everything_goes_to_standard_output_in_the_format_asked_for(self, as_json, formatter):
        settings = logging_settings("WARNING", as_json=as_json)

        assert settings["handlers"]["stdout"]["stream"] == "ext://sys.stdout"
        assert settings["handlers"]["stdout"]["formatter"] == formatter
        assert settings["root"] == {"handlers": ["stdout"], "level": "WARNING"}
