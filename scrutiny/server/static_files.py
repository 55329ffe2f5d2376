"""Streamlit's own files on their way to the browser: compressed, and asked for before they are needed.

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

_COMPRESSIBLE = {".js", ".css", ".html", ".json", ".svg"}
_MIN_SIZE = 1_000  # bytes; what is smaller fits into one packet anyhow
_METHODS = {"GET", "HEAD"}
# How a file can be compressed, the best first; a browser takes Brotli over TLS and from its own machine.
_ENCODERS: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {
        "br": partial(brotli.compress, quality=9),  # the last that takes less than a second for the largest script
        "gzip": partial(gzip.compress, compresslevel=9, mtime=0),  # without a time the same file gives the same bytes
    }
)
_REFUSED_ENCODING = re.compile(r";q=0(\.0*)?$")  # RFC 9110, section 12.4.2: weight nought is not acceptable
_UNCOMPRESSED = {"range", "if-none-match", "if-modified-since"}  # requests with these headers go to Streamlit

_CHART_SCRIPT = "PlotlyChart."
# Chrome compiles a script that begins with this while it arrives, beside all else; to others it is a comment.
_COMPILE_HINT = b"//# allFunctionsCalledOnLoad\n"

_PRELOADED = ("Html",)  # what every page is made of, by the names of the scripts that draw it
_IMPORT = re.compile(r"""(?:from|import)["']\./([\w.-]+\.js)["']""")
_IMPORTS_WITHIN = 20_000  # characters from the beginning of a script


class CompressedFiles:
    """Answers with compressed files of a folder; each is compressed once, when first asked for."""

    def __init__(self, app: ASGIApp, static: Path) -> None:
        """Serve the files of `static` that are worth it by their address."""
        self._app = app
        files = (
            path for path in static.rglob("*") if path.suffix in _COMPRESSIBLE and path.stat().st_size >= _MIN_SIZE
        )
        self._files = {f"/{path.relative_to(static).as_posix()}": path for path in files}
        self._responses: dict[tuple[str, str], Response] = {}
        self._locks: defaultdict[tuple[str, str], Lock] = defaultdict(Lock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; the headers are those that the application gives to the file itself."""
        encoding = self._encoding(scope)
        response = await self._response(scope, receive, encoding) if encoding else None
        if response and scope["method"] == "HEAD":
            response = Response(headers=response.headers)
        await (response or self._app)(scope, receive, send)

    def _encoding(self, scope: Scope) -> str | None:
        """Return the best encoding for a whole file of the folder, None if it is to be sent as it is."""
        if scope["type"] != "http" or scope["method"] not in _METHODS or scope["path"] not in self._files:
            return None
        headers = Headers(scope=scope)
        if not _UNCOMPRESSED.isdisjoint(headers.keys()):
            return None
        offered = headers.get("accept-encoding", "").replace(" ", "").split(",")
        accepted = {coding.partition(";")[0] for coding in offered if not _REFUSED_ENCODING.search(coding)}
        return next((encoding for encoding in _ENCODERS if encoding in accepted), None)

    async def _response(self, scope: Scope, receive: Receive, encoding: str) -> Response | None:
        """Return the response with a compressed file, None if the application does not serve the file."""
        path = scope["path"]
        key = (path, encoding)
        async with self._locks[key]:  # however many ask for it at once, it is made once
            if key not in self._responses:
                messages: list[Message] = []

                async def send(message: Message) -> None:
                    messages.append(message)

                await self._app({**scope, "method": "HEAD"}, receive, send)
                if messages[0]["status"] != HTTPStatus.OK:
                    return None
                body = await to_thread(_compressed, self._files[path], encoding)
                headers = {
                    name: value for name, value in Headers(scope=messages[0]).items() if name != "content-length"
                }
                response = Response(body, headers=headers | {"Content-Encoding": encoding})
                response.headers.add_vary_header("Accept-Encoding")
                self._responses[key] = response
            return self._responses[key]


def _compressed(path: Path, encoding: str) -> bytes:
    hint = _COMPILE_HINT if path.name.startswith(_CHART_SCRIPT) else b""
    return _ENCODERS[encoding](hint + path.read_bytes())


def preload_header(static: Path, *, charts: bool) -> dict[str, str]:
    """Return the Link header (RFC 8288) of a page: the scripts of what it shows, and what those import.

    Streamlit asks for the script that draws `charts`, half of all bytes, only when the first chart has come. What its
    page `index.html` asks for itself is left out. Without anything to name there is no header.
    """
    index = (static / "index.html").read_text(encoding="utf-8")
    names = (*_PRELOADED, *(["PlotlyChart"] if charts else []))
    scripts = [path for name in names for path in sorted((static / "static" / "js").glob(f"{name}.*.js"))]
    # What they import may be among the scripts with which the page begins. They themselves come after these: the
    # script of charts is the largest by far.
    late = [path.name for path in scripts]
    imported = dict.fromkeys(
        name for path in scripts for name in _IMPORT.findall(path.read_text(encoding="utf-8")[:_IMPORTS_WITHIN])
    )
    links = [f"<./static/js/{name}>; rel=modulepreload" for name in imported if name not in index and name not in late]
    links += [f"<./static/js/{name}>; rel=modulepreload; fetchpriority=low" for name in late]
    return {"Link": ", ".join(links)} if links else {}
