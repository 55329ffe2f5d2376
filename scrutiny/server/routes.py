"""Every address that the server answers besides the dashboard's own."""

from starlette.routing import BaseRoute, Route

from scrutiny.server.health import health

ROUTES: list[BaseRoute] = [
    Route("/healthz", health),
]
