"""The log: one line of JSON an event, so that it can be searched; nothing about readers."""

import json
import logging
import sys
from datetime import UTC, datetime

_QUIET = ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi", "websockets")


class JsonFormatter(logging.Formatter):
    """Writes a record as JSON on one line, a traceback within it."""

    def format(self, record: logging.LogRecord) -> str:
        """Give time (UTC), level, who says it, what happened and, after a fault, where."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": record.getMessage(),
        }
        if record.exc_info:
            line["fault"] = self.formatException(record.exc_info)
        return json.dumps(line)


def configure_logging() -> None:
    """Send what every library says to standard error in this form.

    The web server's small talk is left out: it names the address of each reader who connects.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    for name in list(logging.Logger.manager.loggerDict):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
