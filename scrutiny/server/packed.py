"""Streamlit's scripts and styles go over the line compressed; each is compressed once, when first asked for.

They are most of what a first visit transfers, and Streamlit sends them as they are.
"""

import gzip
from asyncio import Lock, to_thread
from collections import defaultdict
from http import HTTPStatus
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PACKED = {".js", ".css", ".html", ".json", ".svg"}
_SMALLEST = 1_000  # bytes; what is smaller fits into one packet anyhow
_READING = {"GET", "HEAD"}
_AS_IS = {"range", "if-none-match", "if-modified-since"}


class Packed:
    """Stands around an application and answers with compressed files of a folder to whoever can read them."""

    def __init__(self, app: ASGIApp, static: Path) -> None:
        """Know the files that are worth it by their address."""
        self._app = app
        files = (path for path in static.rglob("*") if path.suffix in _PACKED and path.stat().st_size >= _SMALLEST)
        self._files = {f"/{path.relative_to(static).as_posix()}": path for path in files}
        self._kept: dict[str, bytes] = {}
        self._packing: defaultdict[str, Lock] = defaultdict(Lock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; the headers are those that the application gives to the file itself."""
        if not self._is_asked(scope):
            await self._app(scope, receive, send)
            return
        body = await self._body(scope["path"])
        sent = b""

        async def send_packed(message: Message) -> None:
            nonlocal sent
            if message["type"] == "http.response.start" and message["status"] == HTTPStatus.OK:
                sent = body if scope["method"] == "GET" else b""
                headers = MutableHeaders(scope=message)
                headers["Content-Encoding"] = "gzip"
                headers["Content-Length"] = str(len(body))
                headers.add_vary_header("Accept-Encoding")
            await send({**message, "body": sent} if message["type"] == "http.response.body" else message)

        await self._app({**scope, "method": "HEAD"}, receive, send_packed)

    def _is_asked(self, scope: Scope) -> bool:
        """Tell whether a request is for a whole file of the folder, by somebody who can read it compressed."""
        if scope["type"] != "http" or scope["method"] not in _READING or scope["path"] not in self._files:
            return False
        headers = Headers(scope=scope)
        return "gzip" in headers.get("accept-encoding", "") and _AS_IS.isdisjoint(headers.keys())

    async def _body(self, path: str) -> bytes:
        """Give a file compressed; however many ask for it at once, it is done once, and beside the event loop."""
        async with self._packing[path]:
            if path not in self._kept:
                self._kept[path] = await to_thread(_compressed, self._files[path])
            return self._kept[path]


def _compressed(path: Path) -> bytes:
    """Compress a file as far as gzip can; without a time in it, the same file gives the same bytes."""
    return gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)
