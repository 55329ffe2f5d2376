"""Who may open a session: pages of this server, and programs that are no browser."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from scrutiny.server.error_page import error_response


class OwnOrigin:
    """Refuses a websocket that a page of another site opens in a reader's browser (RFC 6455, section 10.2)."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand around an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        foreign = scope["type"] == "websocket" and not _is_own(Headers(scope=scope))
        await (error_response(403) if foreign else self._app)(scope, receive, send)


def _is_own(headers: Headers) -> bool:
    """Tell whether the page that asks has the host that is asked, port included; the scheme ends at the proxy."""
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()
