"""One JSON object per log line, for machines that collect logs."""

import json
import logging
from datetime import UTC, datetime

STANDARD = {*logging.makeLogRecord({}).__dict__, "message", "asctime", "taskName"}


class JsonFormatter(logging.Formatter):
    """Formats a record as time, level, logger, message, whatever `extra` was given, and the traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line of JSON; values that JSON does not know are written as text."""
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        entry |= {key: value for key, value in record.__dict__.items() if key not in STANDARD and key != "request"}
        if record.exc_info:
            entry["traceback"] = self.formatException(record.exc_info)
        return json.dumps(entry, default=str)
