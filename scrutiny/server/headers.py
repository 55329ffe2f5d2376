"""The headers of a public page that is only read, on every answer of the server."""

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_NOT_NEEDED = (
    "accelerometer autoplay camera display-capture encrypted-media geolocation gyroscope hid "
    "magnetometer microphone midi payment publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking"
)


def security_headers(*, index: str, embedding: Sequence[str]) -> dict[str, str]:
    """Give the headers for the page of Streamlit that is installed, and for those who may embed it."""
    return {
        "Content-Security-Policy": content_policy(index=index, embedding=embedding),
        # What is sent is what it says it is, and nothing else is made of it.
        "X-Content-Type-Options": "nosniff",
        # An address tells what somebody looks at; the publisher of a document need not know.
        "Referrer-Policy": "no-referrer",
        # A chart to present fills the screen and a link is copied; no other power of the browser is asked for.
        "Permissions-Policy": ", ".join(
            ["fullscreen=(self)", "clipboard-write=(self)", *(f"{power}=()" for power in _NOT_NEEDED.split())]
        ),
        # A page that opened this one, or was opened by it, has no hold on it.
        "Cross-Origin-Opener-Policy": "same-origin",
        # Other sites do not load its parts; the routes of open data say otherwise for themselves.
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def content_policy(*, index: str, embedding: Sequence[str]) -> str:
    """Say what the page may load and run: nothing but its own, save what stands here with its reason.

    `index` is the text of Streamlit's own page. There is no `unsafe-eval`, and no other host.
    """
    rules = {
        "default-src": ["'none'"],
        # Streamlit's scripts are files of this server; the one that stands in its page is named by its fingerprint,
        # taken from the page as installed. The dashboard's own script (marks.js) is sent as text and becomes a blob:
        # text from the data cannot make one without a script that already runs.
        "script-src": ["'self'", *map(fingerprint, _INLINE_SCRIPT.findall(index)), "blob:"],
        # Streamlit and Plotly write their styles while the page runs.
        "style-src": ["'self'", "'unsafe-inline'"],
        # One of the fonts stands within Streamlit's own style sheet.
        "font-src": ["'self'", "data:"],
        # A chart on its way to a PNG is a blob.
        "img-src": ["'self'", "blob:"],
        # The websocket and files to take away, both of this server alone.
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": list(embedding) or ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in rules.items())


def fingerprint(script: str) -> str:
    """Give the source expression of an inline script (CSP Level 3, section 2.3.1)."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


class AddHeaders:
    """Adds headers to every answer that does not set them itself."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        """Stand around an application."""
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
