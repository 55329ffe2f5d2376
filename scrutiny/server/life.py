"""What happens when the server starts and when it stops."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from scrutiny.server.logs import one_line_logs
from scrutiny.store import served

_log = logging.getLogger(__name__)


@asynccontextmanager
async def life(_app: object) -> AsyncIterator[None]:
    """Read the register before the first reader comes; say when the server starts and when it has stopped."""
    one_line_logs()
    await asyncio.to_thread(served)
    _log.info("server started")
    yield
    _log.info("server stopped")
