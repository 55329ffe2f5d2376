"""Whether this server has a register to show, for a load balancer and whoever deploys."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from scrutiny.store import current_snapshot


def health(_request: Request) -> JSONResponse:
    """Answer with the register's SHA-256, the day of its review and the number of errors and warnings in its files.

    200 with a good register, also while its files are being edited; 503 without one. Never kept by a cache.
    """
    found = current_snapshot()
    register = found.register
    answer = {
        "register": found.digest or None,
        "reviewed_on": str(register.settings.reviewed_on) if register else None,
        "problems": len(found.problems),
    }
    return JSONResponse(answer, status_code=200 if register else 503, headers={"Cache-Control": "no-store"})


HEALTH = [Route("/healthz", health)]
