"""The page that a browser is given first: Streamlit's own, with our feed, and words for whoever has JavaScript off."""

import html
import json
import re
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import BaseRoute, Route

from scrutiny.exports.feed import FEED, MEDIA_TYPE
from scrutiny.server.static_files import preload_header
from scrutiny.store import current_snapshot

_TITLE = re.compile(r"(?<=<title>).*?(?=</title>)")
_ADDRESS = re.compile("<(.*?)>")
_NO_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
# Streamlit's text is about programs, and leads to a description of what this server does not offer.
_DESCRIPTION, _OPEN_DATA = "./_stcore/agent/openapi.json", "./open/index.json"
_FEED_LINK = f'<link rel="alternate" type="{MEDIA_TYPE}" title="Papers that were read" href="./open/{FEED}">'
_WORDS = f"""<noscript>
      <div style="font: 1.1rem/1.5 sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1rem">
        <h1>TITLE</h1>
        <p>The pages of this website need JavaScript, which is switched off in this browser.</p>
        <p>Everything that they show can be read without it, as open data:
          <a href="{_OPEN_DATA}">the list of its files</a>.</p>
      </div>
    </noscript>"""
# Streamlit's script looks for its server first below the page and then beside it, and asks who may steer it from a
# frame, before it connects. Here pages stand beside the server, so it connects at once.
_SERVER = """<script>window.__streamlit = {
      BACKEND_BASE_URL: new URL(".", location.href).href,
      HOST_CONFIG: { allowedOrigins: [location.origin].concat(ORIGINS), useExternalAuthToken: false },
    };</script>"""


def index_page(static: Path, embed_origins: Sequence[str]) -> str:
    """Return the page with TITLE in place of its title.

    `static` is the folder of Streamlit's own files; `embed_origins` may show the dashboard in a frame, and steer it.
    """
    index = (static / "index.html").read_text(encoding="utf-8").replace(_DESCRIPTION, _OPEN_DATA)
    server = _SERVER.replace("ORIGINS", json.dumps(list(embed_origins)))
    return _NO_SCRIPT.sub(_WORDS, _TITLE.sub("TITLE", index)).replace("</head>", f"{server}{_FEED_LINK}</head>")


def page_routes(pages: Collection[str], index: str, static: Path) -> list[BaseRoute]:
    """Return the routes of pages by name, the front page among them: each is the same `index_page`.

    Charts are on most pages but not on the front page, so that a first visit is light.
    """
    light, full = (preload_header(static, charts=charts) for charts in (False, True))
    late = [one for one in _ADDRESS.findall(full.get("Link", "")) if one not in light.get("Link", "")]
    front = index.replace("</head>", f'<meta name="late" content="{" ".join(late)}"></head>')  # for marks.js
    pages_with_charts = [Route(f"/{page}", partial(_page, index, full)) for page in pages]
    return [Route("/", partial(_page, front, light)), *pages_with_charts]


def _page(index: str, headers: Mapping[str, str], _request: Request) -> HTMLResponse:
    """Answer with the page, named as the website is; a copy of it may be kept, but is asked about each time."""
    register = current_snapshot().register
    title = html.escape(register.settings.title) if register else "Not available"
    return HTMLResponse(index.replace("TITLE", title), headers={"Cache-Control": "no-cache", **headers})
