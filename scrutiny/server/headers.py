"""The headers of a public page that is only read."""

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_DENIED_FEATURES = (
    "accelerometer autoplay camera display-capture encrypted-media geolocation gyroscope hid "
    "magnetometer microphone midi payment publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking"
)


def security_headers(*, index: str, embed_origins: Sequence[str]) -> dict[str, str]:
    """Return the headers of every answer.

    `index` is the HTML of the page that is given first; `embed_origins` may show the dashboard in a frame.
    """
    return {
        "Content-Security-Policy": content_security_policy(index=index, embed_origins=embed_origins),
        # What is sent is what it says it is, and nothing else is made of it.
        "X-Content-Type-Options": "nosniff",
        # An address tells what somebody looks at; the publisher of a document need not know.
        "Referrer-Policy": "no-referrer",
        # A chart to present fills the screen and a link is copied; no other power of the browser is asked for.
        "Permissions-Policy": ", ".join(
            ["fullscreen=(self)", "clipboard-write=(self)", *(f"{feature}=()" for feature in _DENIED_FEATURES.split())]
        ),
        # A page that opened this one, or was opened by it, has no hold on it.
        "Cross-Origin-Opener-Policy": "same-origin",
        # Other sites do not load its parts; the routes of open data say otherwise for themselves.
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def content_security_policy(*, index: str, embed_origins: Sequence[str]) -> str:
    """Return the policy for what the page may load and run: its own, save what stands here with its reason.

    There is no `unsafe-eval`, and no other host.
    """
    directives = {
        "default-src": ["'none'"],
        # Streamlit's scripts are files of this server; those that stand in the page are named by their hashes. The
        # dashboard's own script (marks.js) is sent as text and becomes a blob:
        # text from the data cannot make one without a script that already runs.
        "script-src": ["'self'", *map(csp_hash, _INLINE_SCRIPT.findall(index)), "blob:"],
        # Streamlit and Plotly write their styles while the page runs.
        "style-src": ["'self'", "'unsafe-inline'"],
        # One of the fonts stands within Streamlit's own style sheet.
        "font-src": ["'self'", "data:"],
        # A chart on its way to a PNG is a blob.
        "img-src": ["'self'", "blob:"],
        # The websocket and files to download, both of this server alone.
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": list(embed_origins) or ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


def csp_hash(script: str) -> str:
    """Return the source expression of an inline script (CSP Level 3, section 2.3.1)."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
