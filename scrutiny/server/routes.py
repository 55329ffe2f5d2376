"""Every address that the server answers besides the dashboard's own."""

from starlette.routing import BaseRoute

ROUTES: list[BaseRoute] = []
