"""How many may read at once: memory is bounded, so sessions are."""

from starlette.types import ASGIApp, Receive, Scope, Send

from scrutiny.server.error_page import error_response

MAX_SESSIONS = 300


class SessionLimit:
    """Refuses one session more than the machine can hold; the browser tries again by itself."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        """Stand around an application, with nobody there yet."""
        self._app = app
        self._most = most
        self._open = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, counting it for as long as it lasts if it is a session."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
        elif self._open >= self._most:
            await error_response(503)(scope, receive, send)
        else:
            self._open += 1
            try:
                await self._app(scope, receive, send)
            finally:
                self._open -= 1
