"""What tests share: a made-up register in a folder of its own."""

import gc
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from scrutiny.register.register import Register
from tests.real import real
from tests.testshire import Testshire

# The same examples in every run, and none judged by its time: what fails once fails always.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

gc.disable()  # until all is imported


def pytest_collection_finish() -> None:
    """Let no search for garbage go through libraries and tests, which stay for good, and let it be rare.

    Let each log of a library be part of the whole, or pytest would listen to sixty, six times in each test.
    """
    for log in logging.root.manager.loggerDict.values():
        if isinstance(log, logging.Logger):
            log.propagate = True
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(autouse=True, scope="session")
def _no_settings_from_outside() -> Iterator[None]:
    """Keep the machine's own settings out of the tests."""
    names = ("DATA", "DOCUMENTS", "CURATOR", "OPEN_DATA", "BRIEFING_TEMPLATE", "SLIDES_TEMPLATE")
    with pytest.MonkeyPatch.context() as monkeypatch:
        for name in names:
            monkeypatch.delenv(f"SCRUTINY_{name}", raising=False)
        yield


@pytest.fixture(scope="session", name="real")
def _real() -> Register:
    """Give the register that is served."""
    return real()


@pytest.fixture
def testshire(tmp_path: Path) -> Testshire:
    """Give a made-up register without mistakes, to change and to load."""
    return Testshire(tmp_path / "data")


@pytest.fixture
def register(testshire: Testshire) -> Register:
    """Give the made-up register as it is loaded, once for all tests with the same one."""
    return testshire.register()
