"""The log, one line of JSON an event and nothing about readers, and what the server does when it starts and stops."""

import asyncio
import json
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from scrutiny.server.memory import give_back_memory
from scrutiny.store import current_snapshot

# At level INFO these name the address of each reader who connects.
_QUIET = ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi", "websockets")
_log = logging.getLogger(__name__)


class JsonFormatter(logging.Formatter):
    """Writes a record as JSON on one line, a traceback within it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return time (UTC), level, logger, event and, after an error, its traceback."""
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
    """Send what every library logs to standard error, as JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    # Loggers that libraries have set up by now write in their own form otherwise.
    for name in list(logging.Logger.manager.loggerDict):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Read the register before the first reader comes, and log when the server has started and stopped."""
    configure_logging()  # again: Streamlit has set up more loggers of its own while it started
    await asyncio.to_thread(current_snapshot)
    _log.info("server started")
    task = asyncio.create_task(give_back_memory())
    yield
    task.cancel()
    _log.info("server stopped")
