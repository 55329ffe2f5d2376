"""Streamlit's scripts and styles go over the line compressed; each is compressed once, when first asked for.

They are most of what a first visit transfers, and Streamlit sends them as they are.
"""

import gzip
import re
from asyncio import Lock, to_thread
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType

import brotli
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PACKED = {".js", ".css", ".html", ".json", ".svg"}
_SMALLEST = 1_000  # bytes; what is smaller fits into one packet anyhow
_READING = {"GET", "HEAD"}
_Asked = tuple[str, str]
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
_REFUSED = re.compile(r";q=0(\.0*)?$")  # RFC 9110, section 12.4.2: weight nought is not acceptable
_AS_IS = {"range", "if-none-match", "if-modified-since"}


class CompressedFiles:
    """Stands around an application and answers with compressed files of a folder to whoever can read them."""

    def __init__(self, app: ASGIApp, static: Path) -> None:
        """Know the files that are worth it by their address."""
        self._app = app
        files = (path for path in static.rglob("*") if path.suffix in _PACKED and path.stat().st_size >= _SMALLEST)
        self._files = {f"/{path.relative_to(static).as_posix()}": path for path in files}
        self._kept: dict[_Asked, Response] = {}
        self._packing: defaultdict[_Asked, Lock] = defaultdict(Lock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; the headers are those that the application gives to the file itself."""
        way = self._way(scope)
        if way is None:
            await self._app(scope, receive, send)
            return
        packed = await self._packed((scope["path"], way), scope, receive)
        if packed and scope["method"] == "HEAD":
            packed = Response(headers=packed.headers)
        await (packed or self._app)(scope, receive, send)

    async def _packed(self, asked: _Asked, scope: Scope, receive: Receive) -> Response | None:
        """Give the answer with a file compressed, None if the application does not give the file.

        However many ask for it at once, it is made once.
        """
        async with self._packing[asked]:
            if asked not in self._kept:
                headers = await self._headers(scope, receive)
                if headers is None:
                    return None
                path, way = asked
                body = await to_thread(_compressed, self._files[path], way)
                self._kept[asked] = _answer(headers, body, way)
            return self._kept[asked]

    async def _headers(self, scope: Scope, receive: Receive) -> Headers | None:
        """Give the headers of the application's answer, None if it is another than the file."""
        begun: list[Message] = []

        async def send(message: Message) -> None:
            begun.append(message)

        await self._app({**scope, "method": "HEAD"}, receive, send)
        return Headers(scope=begun[0]) if begun[0]["status"] == HTTPStatus.OK else None

    def _way(self, scope: Scope) -> str | None:
        """Give how to compress what is asked for: a whole file of the folder, by somebody who can read it so."""
        if scope["type"] != "http" or scope["method"] not in _READING or scope["path"] not in self._files:
            return None
        headers = Headers(scope=scope)
        accepted = headers.get("accept-encoding", "").replace(" ", "").split(",")
        can_read = {way.partition(";")[0] for way in accepted if not _REFUSED.search(way)}
        return next((way for way in _WAYS if way in can_read), None) if _AS_IS.isdisjoint(headers.keys()) else None


def _answer(headers: Headers, body: bytes, way: str) -> Response:
    """Make the answer that everybody gets who asks for a file compressed in a way."""
    answer = Response(body, headers={name: value for name, value in headers.items() if name != "content-length"})
    answer.headers["Content-Encoding"] = way
    answer.headers.add_vary_header("Accept-Encoding")
    return answer


def _compressed(path: Path, way: str) -> bytes:
    """Compress a file, with the hint where it is of use."""
    hint = _HINT if path.name.startswith(_ALL_IS_RUN) else b""
    return _WAYS[way](hint + path.read_bytes())
