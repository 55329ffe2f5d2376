"""What tests of the server share: `serve.py` as it runs in public, with the made-up register."""

from collections.abc import Iterator

import pytest

from bench.servers import Server
from tests.serving import serving
from tests.testshire import Testshire


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the made-up register to all tests that change nothing of it; an idle server costs time too."""
    folder = tmp_path_factory.mktemp("serve")
    with serving(Testshire(folder / "data").write(), folder / "log") as served:
        yield served
