"""Memory that is no longer used goes back to the machine: Python and the C library would keep it for later."""

import asyncio
import ctypes
import gc

_PAUSE = 10  # seconds; each time takes some milliseconds


async def give_back_memory() -> None:
    """Give back, time after time, what readers who have left and files that were read have used."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # that of Linux alone
    while trim:
        await asyncio.sleep(_PAUSE)
        gc.collect()
        await asyncio.to_thread(trim, 0)
