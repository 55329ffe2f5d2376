"""The page that a browser is given first: Streamlit's own, with our feed, and words for whoever has JavaScript off."""

import html
import re
from collections.abc import Collection, Mapping
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


def page_routes(pages: Collection[str], static: Path) -> list[BaseRoute]:
    """Return the routes of pages by name, the front page among them.

    `static` is the folder of Streamlit's own files. Charts are on most pages but not on the front page, so that a first
    visit is light.
    """
    index = (static / "index.html").read_text(encoding="utf-8").replace(_DESCRIPTION, _OPEN_DATA)
    index = _NO_SCRIPT.sub(_WORDS, _TITLE.sub("TITLE", index)).replace("</head>", f"{_FEED_LINK}</head>")
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
