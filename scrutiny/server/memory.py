"""Memory that is no longer used goes back to the machine: Python and the C library would keep it for later."""

import asyncio
import ctypes
import gc
import time

_PAUSE = 10  # seconds; each time takes some milliseconds
_IDLE = 0.3  # of one processor: what is used while few read


async def give_back_memory() -> None:
    """Give back, time after time, what readers who have left and files that were read have used."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # that of Linux alone
    while trim:
        used = time.process_time()
        await asyncio.sleep(_PAUSE)
        if time.process_time() - used < _IDLE * _PAUSE:  # in a crowd all would wait for it; Python does it by itself
            gc.collect()
        await asyncio.to_thread(trim, 0)
