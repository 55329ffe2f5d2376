"""The addresses that the server answers besides the dashboard's pages: its health, and the register as open data."""

from collections.abc import Mapping
from threading import Lock

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from scrutiny.analysis.cache import cached_per_register
from scrutiny.exports.open_data import INDEX, OpenFile, open_files
from scrutiny.register.register import Register
from scrutiny.store import current_snapshot

_NO_STORE = {"Cache-Control": "no-store"}
# A copy may be kept, and is asked about each time: an edit shows at once, and costs 304 and no bytes otherwise.
_REVALIDATE = {"Cache-Control": "public, no-cache"}
# The data is public, the same for all, and asks for no cookie: a page of any other site may read it.
_ANY_ORIGIN = {"Access-Control-Allow-Origin": "*"}

_MAKING = Lock()


def health(_request: Request) -> JSONResponse:
    """Answer with the register's SHA-256, the day of its review and the number of errors and warnings in its files.

    For a load balancer and whoever deploys: 200 with a good register, also while its files are being edited; 503
    without one.
    """
    snapshot = current_snapshot()
    register = snapshot.register
    body = {
        "register": snapshot.digest or None,
        "reviewed_on": str(register.settings.reviewed_on) if register else None,
        "problems": len(snapshot.problems),
    }
    return JSONResponse(body, status_code=200 if register else 503, headers=_NO_STORE)


@cached_per_register
def files_of(register: Register) -> Mapping[str, OpenFile]:
    """Return the files of a register by name, made once for each register."""
    return open_files(register)


def open_file(request: Request) -> Response:
    """Answer with a file of the open data.

    304 if the reader has the same bytes already, 404 for an unknown name, 503 if there is no register.
    """
    # Not a coroutine, so that Starlette runs it on a thread: the store may wait for the disk.
    register = current_snapshot().register
    if register is None:
        return _error(503, "There is no register to give at the moment: its files have errors.")
    with _MAKING:  # however many ask at once, they are made once
        file = files_of(register).get(request.path_params["name"])
    if file is None:
        return _error(404, f"There is no file of this name. {request.url_for('open data', name=INDEX).path} lists all.")
    headers = {"ETag": file.tag, **_REVALIDATE, **_ANY_ORIGIN}
    # RFC 9110, section 13.1.2: tags are compared weakly, and `*` stands for any.
    tags = {tag.strip().removeprefix("W/") for tag in request.headers.get("If-None-Match", "").split(",")}
    if tags & {file.tag, "*"}:
        return Response(status_code=304, headers=headers)
    return Response(file.content, media_type=file.media_type, headers=headers)


def _error(status: int, message: str) -> Response:
    return JSONResponse({"error": message}, status_code=status, headers=_NO_STORE | _ANY_ORIGIN)


ROUTES: list[BaseRoute] = [Route("/healthz", health), Route("/open/{name}", open_file, name="open data")]
