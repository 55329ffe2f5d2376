"""The middleware around the dashboard on a server, from the outside in."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from scrutiny.server.access import MAX_SESSIONS, Allowlist, SessionLimit
from scrutiny.server.static_files import CompressedFiles, preload_header


def build_middleware(
    *,
    headers: Mapping[str, str],
    hosts: Sequence[str],
    pages: Collection[str],
    static: Path,
    routes: Sequence[BaseRoute],
) -> list[Middleware]:
    """Return the layers: headers on every answer, known hosts, what is allowed, how many, and less to transfer.

    `pages` are the names of pages as they stand in addresses, `static` is the folder of Streamlit's own files.
    """
    # the front page has no chart, so that a first visit is light; charts are on most of the others
    page_paths = {f"/{page}" for page in pages}
    return [
        Middleware(AddHeaders, headers=headers),
        Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False),
        Middleware(Allowlist, pages=pages, static=static, routes=routes),
        Middleware(SessionLimit, limit=MAX_SESSIONS),
        Middleware(AddHeaders, headers=preload_header(static, charts=False), paths={"/"}),
        Middleware(AddHeaders, headers=preload_header(static, charts=True), paths=page_paths),
        Middleware(CompressedFiles, static=static),
    ]


class AddHeaders:
    """Adds headers to every answer, or to those at some paths, where the answer does not set them itself."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str], paths: Collection[str] | None = None) -> None:
        """Add `headers` to the answers at `paths`; at every path without them."""
        self._app = app
        self._headers = headers
        self._paths = paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] in {"http.response.start", "websocket.http.response.start"}:
                message.setdefault("headers", [])
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        is_concerned = self._paths is None or scope.get("path") in self._paths
        await self._app(scope, receive, send_with_headers if is_concerned else send)
