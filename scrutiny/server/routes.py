"""Every address that the server answers besides the dashboard's own."""

from starlette.routing import BaseRoute

from scrutiny.server.health import HEALTH
from scrutiny.server.open_data import OPEN_DATA

ROUTES: list[BaseRoute] = [*HEALTH, *OPEN_DATA]
