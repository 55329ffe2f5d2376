"""What the server refuses: what readers do not need, sessions that another site opens, and one session too many."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from scrutiny.server.error_page import error_response

STREAM = "/_stcore/stream"  # the websocket of a session
MAX_SESSIONS = 300  # memory is bounded, so sessions are
_CORE = {"/_stcore/health", "/_stcore/host-config"}
_MEDIA = "/media/"  # files to download, made for one session
_METHODS = {"GET", "HEAD"}
_MAX_URL_LENGTH = 4096


class Allowlist:
    """Lets through reading requests for addresses on a list, and sessions from the server's own pages.

    So the routes that Streamlit has for uploads, metrics, programs and components of others, and those that it may
    get one day, are closed without being named.
    """

    def __init__(self, app: ASGIApp, static: Path, routes: Sequence[BaseRoute]) -> None:
        """Allow Streamlit's own files by their folder, and the routes of the dashboard."""
        self._app = app
        self._routes = routes
        # Streamlit's index.html is what every page begins as; it has no address of its own.
        files = {path.relative_to(static).as_posix() for path in static.rglob("*") if path.is_file()} - {"index.html"}
        self._paths = _CORE | {f"/{name}" for name in files}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        status = self._refusal(scope)
        await (error_response(status, scope) if status else self._app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> int | None:
        """Return the HTTP status that refuses a request, or None if it is let through."""
        if scope["type"] == "websocket":
            if scope["path"] != STREAM:
                return 404
            return None if _is_same_origin(Headers(scope=scope)) else 403
        if scope["type"] != "http":  # the server's start and stop
            return None
        if len(scope["path"]) + len(scope["query_string"]) > _MAX_URL_LENGTH:
            return 414
        if not self._is_known(scope):
            return 404
        return None if scope["method"] in _METHODS else 405

    def _is_known(self, scope: Scope) -> bool:
        path = scope["path"].rstrip("/") or "/"  # Streamlit forgives a slash at the end as well
        return (
            path.startswith(_MEDIA)
            or path in self._paths
            or any(route.matches({**scope, "path": path})[0] is not Match.NONE for route in self._routes)
        )


def _is_same_origin(headers: Headers) -> bool:
    """Check that a websocket is opened by a page of this host and port (RFC 6455, section 10.2).

    A program that is no browser sends no origin and is let in. The scheme is not compared: TLS ends at the proxy.
    """
    # Streamlit's own check does not suffice. It lets in any page of `localhost` and of the machine's own addresses,
    # whatever their port. Before it refuses a stranger it asks another host for the machine's public address, and
    # meanwhile no reader is answered.
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


class SessionLimit:
    """Refuses a session more than the machine can hold; the browser tries again by itself."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        """Begin with no session open."""
        self._app = app
        self._limit = limit
        self._open = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, counting it for as long as it lasts if it is a session."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
        elif self._open >= self._limit:
            await error_response(503, scope)(scope, receive, send)
        else:
            self._open += 1
            try:
                await self._app(scope, receive, send)
            finally:
                self._open -= 1
