"""Logs go to standard output: plain lines in development, one JSON object a line in production."""


def logging_settings(level: str, as_json: bool) -> dict:
    """The LOGGING setting for a level and a format."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
            "json": {"()": "core.json_logs.JsonFormatter"},
        },
        "filters": {
            "gone_rows": {"()": "core.gone_rows.GoneRowFilter"},
            "secret_addresses": {"()": "core.secret_addresses.SecretAddressFilter"},
        },
        "handlers": {
            "stdout": {
                "class": "logging.StreamHandler",
                "stream": "ext://sys.stdout",
                "formatter": "json" if as_json else "plain",
                "filters": ["gone_rows", "secret_addresses"],
            },
        },
        "root": {"handlers": ["stdout"], "level": level},
        "loggers": {
            # Django's own handlers would print to stderr and mail the administrators as well.
            "django": {"handlers": [], "level": level, "propagate": True},
        },
    }
