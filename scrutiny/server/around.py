"""What stands around the dashboard on a server, from the outside in."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from pathlib import Path

from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from scrutiny.server.answered import Answered
from scrutiny.server.early import Early, early_links
from scrutiny.server.headers import Headers
from scrutiny.server.origin import OwnOrigin
from scrutiny.server.packed import Packed
from scrutiny.server.refusal import refusal
from scrutiny.server.sessions import MOST_SESSIONS, Sessions


def around(
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
        Middleware(Headers, headers=headers),
        Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False),
        Middleware(Answered, pages=pages, static=static, routes=routes),
        Middleware(OwnOrigin),
        Middleware(Sessions, most=MOST_SESSIONS),
        Middleware(Early, link=early_links(static), pages=addresses),
        Middleware(Packed, static=static),
    ]


def on_fault(headers: Mapping[str, str]) -> Callable[[Request, Exception], Awaitable[Response]]:
    """Give what answers where a route fails: outside all layers, so with the headers, and without the reason."""

    async def answer(_request: Request, _fault: Exception) -> Response:
        response = refusal(500)
        response.headers.update(headers)
        return response

    return answer
