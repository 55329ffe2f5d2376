"""Streamlit's scripts and styles go over the line compressed; each is compressed once, when first asked for.

They are most of what a first visit transfers, and Streamlit sends them as they are.
"""

import gzip
from asyncio import Lock, to_thread
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType

import brotli
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PACKED = {".js", ".css", ".html", ".json", ".svg"}
_SMALLEST = 1_000  # bytes; what is smaller fits into one packet anyhow
_READING = {"GET", "HEAD"}
_WAYS: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {
        "br": partial(brotli.compress, quality=9),  # the last that takes less than a second for the largest script
        "gzip": partial(gzip.compress, compresslevel=9, mtime=0),  # without a time the same file gives the same bytes
    }
)
"""How a file can be compressed, the best first; a browser takes Brotli over TLS and from its own machine."""
_ALL_IS_RUN = "PlotlyChart."
_HINT = b"//# allFunctionsCalledOnLoad\n"
"""Chrome compiles a script that begins with this while it arrives, beside all else; to others it is a comment."""
_AS_IS = {"range", "if-none-match", "if-modified-since"}


class Packed:
    """Stands around an application and answers with compressed files of a folder to whoever can read them."""

    def __init__(self, app: ASGIApp, static: Path) -> None:
        """Know the files that are worth it by their address."""
        self._app = app
        files = (path for path in static.rglob("*") if path.suffix in _PACKED and path.stat().st_size >= _SMALLEST)
        self._files = {f"/{path.relative_to(static).as_posix()}": path for path in files}
        self._kept: dict[tuple[str, str], bytes] = {}
        self._packing: defaultdict[tuple[str, str], Lock] = defaultdict(Lock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; the headers are those that the application gives to the file itself."""
        way = self._way(scope)
        if way is None:
            await self._app(scope, receive, send)
            return
        body = await self._body(scope["path"], way)
        sent = b""

        async def send_packed(message: Message) -> None:
            nonlocal sent
            if message["type"] == "http.response.start" and message["status"] == HTTPStatus.OK:
                sent = body if scope["method"] == "GET" else b""
                headers = MutableHeaders(scope=message)
                headers["Content-Encoding"] = way
                headers["Content-Length"] = str(len(body))
                headers.add_vary_header("Accept-Encoding")
            await send({**message, "body": sent} if message["type"] == "http.response.body" else message)

        await self._app({**scope, "method": "HEAD"}, receive, send_packed)

    def _way(self, scope: Scope) -> str | None:
        """Give how to compress what is asked for: a whole file of the folder, by somebody who can read it so."""
        if scope["type"] != "http" or scope["method"] not in _READING or scope["path"] not in self._files:
            return None
        headers = Headers(scope=scope)
        can_read = {name.partition(";")[0].strip() for name in headers.get("accept-encoding", "").split(",")}
        return next((way for way in _WAYS if way in can_read), None) if _AS_IS.isdisjoint(headers.keys()) else None

    async def _body(self, path: str, way: str) -> bytes:
        """Give a file compressed; however many ask for it at once, it is done once, and beside the event loop."""
        async with self._packing[path, way]:
            if (path, way) not in self._kept:
                self._kept[path, way] = await to_thread(_compressed, self._files[path], way)
            return self._kept[path, way]


def _compressed(path: Path, way: str) -> bytes:
    """Compress a file, with the hint where it is of use."""
    hint = _HINT if path.name.startswith(_ALL_IS_RUN) else b""
    return _WAYS[way](hint + path.read_bytes())
