"""What a reader sees when the server does not answer: a plain sentence, and the way to the dashboard."""

from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import Scope

_TEXTS = {
    403: ("Not from here", "Another site asked for this page in your name. Please open it by its own address."),
    404: ("Page not found", "There is nothing at this address. The link may be incomplete."),
    405: ("Reading only", "This site can only be read. It accepts no data."),
    414: ("Address too long", "No page of this site has such a long address."),
    500: ("Something went wrong", "The fault is ours and has been recorded. Other pages may still work."),
    503: ("Very busy", "Too many people are using this site just now. Please try again in a minute."),
}
_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>{title}</title></head>
<body style="font: 1.1rem/1.5 sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1rem">
<main><h1>{title}</h1><p>{sentence}</p><p><a href="{home}">Go to the dashboard</a></p></main>
</body>
</html>
"""


def error_response(status: int, scope: Scope) -> HTMLResponse:
    """Return the page for one of the HTTP statuses that the server answers with itself, at the address asked for.

    The way to the dashboard goes up from that address, so that it leads there below a path of the proxy's too.
    """
    title, sentence = _TEXTS[status]
    home = "../" * (scope.get("raw_path", b"/").count(b"/") - 1) or "./"
    headers = {"Cache-Control": "no-store"}
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = "GET, HEAD"
    return HTMLResponse(_PAGE.format(title=title, sentence=sentence, home=home), status_code=status, headers=headers)


def server_error_handler(headers: Mapping[str, str]) -> Callable[[Request, Exception], Awaitable[Response]]:
    """Return the handler for a route that fails: the page for 500, without the reason.

    Starlette calls it outside all middleware, so it must add the headers of every answer itself.
    """

    async def handle(request: Request, _error: Exception) -> Response:
        response = error_response(500, request.scope)
        response.headers.update(headers)
        return response

    return handle
