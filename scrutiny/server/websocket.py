"""Uvicorn's websocket, which compresses what it sends in half of its time, and no less."""

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory


class Websocket(WebSocketsSansIOProtocol):
    """Looks for repetitions less thoroughly (level 1 of 9), but in the last 32 kB that were sent, not 4 kB.

    A long list repeats itself over more than 4 kB. It takes a quarter of a megabyte more for each session.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what Uvicorn gives."""
        super().__init__(*args, **kwargs)
        settings = {"level": 1, "memLevel": 8}
        self.conn.available_extensions = [ServerPerMessageDeflateFactory(compress_settings=settings)]
