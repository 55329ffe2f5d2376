"""The register that is served, read once for all tests that only look at it."""

from functools import cache
from pathlib import Path

from scrutiny.register.loading import load
from scrutiny.register.register import Register

DATA = Path(__file__).parents[1] / "data"


@cache
def real() -> Register:
    """Load the register that is served."""
    register = load(DATA).register
    assert register is not None
    return register
