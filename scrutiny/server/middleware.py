"""What stands around the dashboard on a server, from the outside in."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from pathlib import Path

from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from scrutiny.server.allowlist import Allowlist
from scrutiny.server.compression import CompressedFiles
from scrutiny.server.error_page import error_response
from scrutiny.server.headers import AddHeaders
from scrutiny.server.origin import OwnOrigin
from scrutiny.server.preload import PreloadLinks, preload_header
from scrutiny.server.sessions import MAX_SESSIONS, SessionLimit


def build_middleware(
    *,
    headers: Mapping[str, str],
    hosts: Sequence[str],
    pages: Collection[str],
    static: Path,
    routes: Sequence[BaseRoute],
) -> list[Middleware]:
    """Give the layers: headers on all, known hosts, what is answered, own origin, not too many, and less to send."""
    addresses = frozenset({"/", *(f"/{page}" for page in pages)})
    return [
        Middleware(AddHeaders, headers=headers),
        Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False),
        Middleware(Allowlist, pages=pages, static=static, routes=routes),
        Middleware(OwnOrigin),
        Middleware(SessionLimit, most=MAX_SESSIONS),
        Middleware(PreloadLinks, link=preload_header(static), pages=addresses),
        Middleware(CompressedFiles, static=static),
    ]


def on_server_error(headers: Mapping[str, str]) -> Callable[[Request, Exception], Awaitable[Response]]:
    """Give what answers where a route fails: outside all layers, so with the headers, and without the reason."""

    async def answer(_request: Request, _fault: Exception) -> Response:
        response = error_response(500)
        response.headers.update(headers)
        return response

    return answer
