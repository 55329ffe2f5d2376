"""The addresses of the open data: `/open/index.json`, and the files that it describes."""

from collections.abc import Mapping
from threading import Lock

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from scrutiny.exports.open_data import INDEX, OpenFile, open_files
from scrutiny.register.register import Register
from scrutiny.store import current_snapshot

_ANYBODY = {
    # The data is public, the same for all, and asks for no cookie: a page of any other site may read it.
    "Access-Control-Allow-Origin": "*",
}
_ASK_AGAIN = {
    # A copy may be kept, and is asked about each time: an edit shows at once, and costs 304 and no bytes otherwise.
    "Cache-Control": "public, no-cache",
}
_KEEP_NOTHING = {"Cache-Control": "no-store"}


class OpenDataCache:
    """Keeps the files of the register that was asked for last, so that they are made once for each register."""

    def __init__(self) -> None:
        """Begin without any."""
        self._lock = Lock()
        self._register: Register | None = None
        self._files: Mapping[str, OpenFile] = {}

    def files(self, register: Register) -> Mapping[str, OpenFile]:
        """Give the files of a register, made now if another was asked for before."""
        with self._lock:
            if self._register is not register:
                self._files = open_files(register)
                self._register = register
            return self._files


_SHELF = OpenDataCache()


def open_file(request: Request) -> Response:
    """Answer with a file of the open data; Starlette runs this beside its event loop, as it waits for the disk.

    304 if the reader has the same bytes already, 404 for a name that is not there, 503 if there is no register.
    """
    register = current_snapshot().register
    if register is None:
        return _error(503, "There is no register to give at the moment: its files have errors.")
    found = _SHELF.files(register).get(request.path_params["name"])
    if found is None:
        return _error(404, f"There is no file of this name. {request.url_for('open data', name=INDEX).path} lists all.")
    headers = {"ETag": found.tag, **_ASK_AGAIN, **_ANYBODY}
    if _has(request, found.tag):
        return Response(status_code=304, headers=headers)
    return Response(found.content, media_type=found.media_type, headers=headers)


def _has(request: Request, tag: str) -> bool:
    """Tell whether the reader says to have these bytes (RFC 9110, section 13.1.2: tags are compared weakly)."""
    asked = [part.strip().removeprefix("W/") for part in request.headers.get("If-None-Match", "").split(",")]
    return tag in asked or "*" in asked


def _error(status: int, words: str) -> Response:
    """Say in JSON why there is no file."""
    return JSONResponse({"error": words}, status_code=status, headers=_KEEP_NOTHING | _ANYBODY)


OPEN_DATA = [Route("/open/{name}", open_file, name="open data")]
