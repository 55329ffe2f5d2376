"""A browser is told with the page what its charts need, so that it fetches that while the page begins.

Streamlit asks for the script that draws charts, half of all bytes, only when the first chart has come.
"""

import re
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_DRAWN = ("Html", "PlotlyChart")
"""What pages are made of that Streamlit fetches when it comes, by the names of its scripts."""

_IMPORT = re.compile(r"""(?:from|import)["']\./([\w.-]+\.js)["']""")
_HEAD = 20_000  # characters of a script within which its imports stand


def preload_header(static: Path) -> str:
    """Give the Link header (RFC 8288) that names the scripts of what pages show, and what those import.

    `static` is the folder of Streamlit's files; what its page itself asks for is left out. The script of charts is the
    largest by far and comes after those with which the page begins; what it imports may be among these.
    """
    index = (static / "index.html").read_text(encoding="utf-8")
    shown = [path for name in _DRAWN for path in sorted((static / "static" / "js").glob(f"{name}.*.js"))]
    late = [path.name for path in shown]
    imported = dict.fromkeys(name for path in shown for name in _imported(path))
    early = [name for name in imported if name not in index and name not in late]
    links = [f"<./static/js/{name}>; rel=modulepreload" for name in early]
    links += [f"<./static/js/{name}>; rel=modulepreload; fetchpriority=low" for name in late]
    return ", ".join(links)


class PreloadLinks:
    """Adds a Link header to the pages of the dashboard."""

    def __init__(self, app: ASGIApp, link: str, pages: frozenset[str]) -> None:
        """Stand around an application whose pages have these addresses."""
        self._app = app
        self._link = link
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or not self._link or scope["path"] not in self._pages:
            await self._app(scope, receive, send)
            return

        async def send_with_link(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Link"] = self._link
            await send(message)

        await self._app(scope, receive, send_with_link)


def _imported(path: Path) -> list[str]:
    """Give the names of the scripts that a script imports."""
    with path.open(encoding="utf-8") as script:
        return _IMPORT.findall(script.read(_HEAD))
