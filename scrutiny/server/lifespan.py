"""What happens when the server starts and when it stops."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from scrutiny.server.logs import configure_logging
from scrutiny.store import current_snapshot

_log = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Read the register before the first reader comes; say when the server starts and when it has stopped."""
    configure_logging()
    await asyncio.to_thread(current_snapshot)
    _log.info("server started")
    yield
    _log.info("server stopped")
