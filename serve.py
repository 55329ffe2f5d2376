"""The dashboard as a server for the public, with what stands around it: `python serve.py`."""

import os
from pathlib import Path

import streamlit as st
import uvicorn

from scrutiny.server.headers import security_headers
from scrutiny.server.lifespan import lifespan
from scrutiny.server.logs import configure_logging
from scrutiny.server.middleware import build_middleware, on_server_error
from scrutiny.server.routes import ROUTES
from scrutiny.server.sessions import MAX_SESSIONS
from scrutiny.server.settings import settings

ROOT = Path(__file__).parent
STATIC = Path(st.__file__).parent / "static"
FIRST_PAGE = "overview"  # stands at `/` alone
PAGES = {page.stem for page in (ROOT / "pages").glob("*.py")} - {FIRST_PAGE}  # a page has the name of its file
if os.environ.get("SCRUTINY_CURATOR") != "1":
    PAGES.remove("problems")  # is not there for readers


def say_sorry(_fault: Exception) -> bool:
    """Tell the reader of a view that failed in a plain sentence; Streamlit has logged the fault already."""
    st.error("This view could not be shown. The fault is ours and has been noted. Other pages may well work.")
    return True


os.environ["SCRUTINY_OPEN_DATA"] = "open/"  # tells pages that the open data is served, and where
_settings = settings(os.environ)
_headers = security_headers(index=(STATIC / "index.html").read_text(encoding="utf-8"), embedding=_settings.embedding)
app = st.App(
    ROOT / "dashboard.py",
    routes=ROUTES,
    middleware=build_middleware(headers=_headers, hosts=_settings.hosts, pages=PAGES, static=STATIC, routes=ROUTES),
    lifespan=lifespan,
    on_script_error=say_sorry,
    exception_handlers={Exception: on_server_error(_headers)},
)


def main() -> None:
    """Serve until told to stop."""
    largest = st.get_option("server.maxWidgetStateSize") * 1_000_000  # asked first, as Streamlit then sets its own logs
    configure_logging()
    uvicorn.run(
        app,
        host=_settings.address,
        port=_settings.port,
        log_config=None,  # ours
        access_log=False,  # would hold the address of every reader
        server_header=False,  # nobody needs to know what serves
        proxy_headers=False,  # nor the server, behind a proxy, who reads
        ws="websockets-sansio",  # as Streamlit's own command chooses
        ws_max_size=largest,  # bytes that a browser may send at once
        h11_max_incomplete_event_size=16_384,  # bytes of the address and headers of one request
        limit_concurrency=4 * MAX_SESSIONS,  # connections; a browser opens some beside its session
        timeout_graceful_shutdown=5,  # seconds; sessions would otherwise hold up a restart for ever
    )


if __name__ == "__main__":
    main()
