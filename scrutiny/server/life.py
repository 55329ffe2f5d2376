"""What happens when the server starts and when it stops."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pyarrow

from scrutiny.server.logs import one_line_logs
from scrutiny.store import served

_log = logging.getLogger(__name__)


@asynccontextmanager
async def life(_app: object) -> AsyncIterator[None]:
    """Read the register before the first reader comes; say when the server starts and when it has stopped."""
    one_line_logs()
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())  # its own keeps some 30 MB for itself that frames never need
    await asyncio.to_thread(served)
    _log.info("server started")
    yield
    _log.info("server stopped")
