"""What the server answers: a list of what a reader's browser needs. Everything else is not there.

So the routes that Streamlit has for uploads, measurements, programs and components of others, and those that it may
get one day, are closed without being named.
"""

from collections.abc import Collection, Sequence
from pathlib import Path

from starlette.responses import Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from scrutiny.server.error_page import error_response

STREAM = "/_stcore/stream"
_CORE = {"/_stcore/health", "/_stcore/host-config"}
_TAKEN_AWAY = "/media/"
_READING = {"GET", "HEAD"}
_LONGEST_ADDRESS = 4096


class Allowlist:
    """Lets through what is on the list, to be read only, at an address of a sensible length."""

    def __init__(self, app: ASGIApp, pages: Collection[str], static: Path, routes: Sequence[BaseRoute]) -> None:
        """Know the pages by name, Streamlit's own files by their folder, and the routes of the dashboard."""
        self._app = app
        self._known = _CORE | {"/", *(f"/{page}" for page in pages)} | _addresses_of_files(static)
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        answer = self._refusal(scope) or self._app
        await answer(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        """Give the answer to what is not on the list."""
        if scope["type"] == "websocket":
            return None if scope["path"] == STREAM else error_response(404)
        if scope["type"] != "http":
            return None
        if len(scope["path"]) + len(scope["query_string"]) > _LONGEST_ADDRESS:
            return error_response(414)
        if not self._is_known(scope):
            return error_response(404)
        return None if scope["method"] in _READING else error_response(405)

    def _is_known(self, scope: Scope) -> bool:
        """Tell whether there is anything at an address; a slash at its end is forgiven, as Streamlit does."""
        path = scope["path"]
        return (
            path.startswith(_TAKEN_AWAY)
            or (path.rstrip("/") or "/") in self._known
            or any(route.matches(scope)[0] is not Match.NONE for route in self._routes)
        )


def _addresses_of_files(static: Path) -> set[str]:
    """Give the addresses of Streamlit's scripts, styles and fonts, its page apart: that is what `/` shows."""
    files = (path.relative_to(static).as_posix() for path in static.rglob("*") if path.is_file())
    return {f"/{file}" for file in files if file != "index.html"}
