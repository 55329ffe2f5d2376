"""The middleware around the dashboard on a server, from the outside in."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from scrutiny.server.access import MAX_SESSIONS, Allowlist, SessionLimit
from scrutiny.server.static_files import CompressedFiles


def build_middleware(
    *,
    headers: Mapping[str, str],
    hosts: Sequence[str],
    static: Path,
    routes: Sequence[BaseRoute],
) -> list[Middleware]:
    """Return the layers: headers on every answer, known hosts, what is allowed, how many, and less to transfer.

    `static` is the folder of Streamlit's own files, `routes` are those of the dashboard, its pages among them.
    """
    return [
        Middleware(AddHeaders, headers=headers),
        Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False),
        Middleware(Allowlist, static=static, routes=routes),
        Middleware(SessionLimit, limit=MAX_SESSIONS),
        Middleware(CompressedFiles, static=static),
    ]


class AddHeaders:
    """Adds headers to every answer, where the answer does not set them itself."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        """Add `headers` by their names."""
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] in {"http.response.start", "websocket.http.response.start"}:
                message.setdefault("headers", [])
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)
