"""The dashboard as a server for the public, with what stands around it: `python serve.py`."""

import os
import sys
from pathlib import Path

from scrutiny.server.settings import NO_PATH, SettingsError, read_settings

try:  # before what is slow to import: whoever starts it is told of a wrong setting at once
    _settings = read_settings(os.environ)
except SettingsError as error:
    print(error, file=sys.stderr)
    sys.exit(2)  # says that to start again would not help

import streamlit as st
import uvicorn
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

from scrutiny.server.access import MAX_SESSIONS
from scrutiny.server.error_page import server_error_handler
from scrutiny.server.headers import security_headers
from scrutiny.server.index_page import index_page, page_routes
from scrutiny.server.logs import configure_logging, lifespan
from scrutiny.server.middleware import build_middleware
from scrutiny.server.routes import ROUTES

ROOT = Path(__file__).parent
STATIC = Path(st.__file__).parent / "static"
MOVED = {"answers", "pairs"}  # addresses that pages once had; the dashboard leads on from there
PAGES = {page.stem for page in (ROOT / "pages").glob("*.py")} | MOVED  # named as their files
if os.environ.get("SCRUTINY_CURATOR") != "1":
    PAGES.remove("problems")  # is not there for readers


def on_script_error(_error: Exception) -> bool:
    """Tell the reader of a page that failed in a plain sentence; Streamlit has logged the error already."""
    st.error("This page could not be shown. The fault is ours and has been noted. Other pages may well work.")
    return True  # Streamlit shows nothing of its own


os.environ["SCRUTINY_OPEN_DATA"] = "open/"  # tells pages that the open data is served, and where
_index = index_page(STATIC, _settings.embed_origins)
_routes = [*page_routes(PAGES, _index, STATIC), *ROUTES]
_headers = security_headers(index=_index, embed_origins=_settings.embed_origins)
app = st.App(
    ROOT / "dashboard.py",
    routes=_routes,
    middleware=build_middleware(headers=_headers, hosts=_settings.hosts, static=STATIC, routes=_routes),
    lifespan=lifespan,
    on_script_error=on_script_error,
    exception_handlers={Exception: server_error_handler(_headers)},
)
# Its settings are read from here on: beside the program, wherever it was started.
if st.get_option("server.baseUrlPath"):
    print(NO_PATH, file=sys.stderr)
    sys.exit(2)
config.set_option("client.allowedOrigins", list(_settings.embed_origins))  # nobody else may steer the page from a frame
PagesManager.uses_pages_directory = False  # else the first visitor would see Streamlit's older way of finding pages


def main() -> None:
    """Serve until told to stop."""
    # Streamlit sets up its own logs when it is first asked for an option, so ours come after.
    max_message_size = st.get_option("server.maxWidgetStateSize") * 1_000_000
    configure_logging()
    uvicorn.run(
        app,
        host=_settings.address,
        port=_settings.port,
        log_config=None,  # ours
        access_log=False,  # would hold the address of every reader
        server_header=False,  # nobody needs to know what serves
        proxy_headers=False,  # nor the server, behind a proxy, who reads
        ws="scrutiny.server.websocket:Websocket",
        ws_max_size=max_message_size,  # bytes that a browser may send at once
        h11_max_incomplete_event_size=16_384,  # bytes of the address and headers of one request
        limit_concurrency=4 * MAX_SESSIONS,  # connections; a browser opens some beside its session
        timeout_graceful_shutdown=5,  # seconds; sessions would otherwise hold up a restart for ever
    )


if __name__ == "__main__":
    main()
